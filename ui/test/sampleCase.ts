// A small case for tests: two accounts, one finding, three points, one matrix.
import {
  type AnswerView,
  type Cell,
  type DeskStance,
  type Explanation,
  type Matrix,
  type MatrixCell,
  type PointsView,
  type StanceValue,
} from '../src/lib/api/bindings';

const desk = (value: StanceValue | null): DeskStance => ({
  state: value ? 'one_reader' : 'unrated',
  value,
  n_editors: value ? 1 : 0,
});

export const explanation: Explanation = {
  method: 'contradiction score',
  formula: 'sum of stance x credibility x relevance',
  words: 'One piece of evidence contradicts it.',
  heads: ['Evidence against', 'Stance', 'Product'],
  rows: [['E1 Ministry statement', '2', '4.00']],
};

function answer(id: string, value: string, speaker: string): AnswerView {
  return {
    id: `answer-${id}`,
    claim_id: `claim-${id}`,
    claim: `${value}, it was said.`,
    claim_kind: 'factual',
    kind: 'value',
    value,
    second_hand: false,
    date: '2017-04-05',
    statement: {
      id: `statement-${id}`,
      speaker,
      office: null,
      date: '2017-04-05',
      date_words: null,
      words: `${value}.`,
      wording: 'quotation',
      language: 'en',
      act: 'asserts',
      via: [],
      differs_from_id: null,
    },
    strip: [{ link_id: `link-${id}`, label: 'E1', name: 'Ministry statement', desk: desk('supports') }],
    n_for: 1,
    n_against: 0,
    n_unrated: 0,
    rating: null,
  };
}

const empty = { current: null, earlier: [], silences: [] };
const answered = (account_id: string, view: AnswerView): Cell => ({
  ...empty,
  account_id,
  state: 'answered',
  current: view,
});

export const grid: PointsView = {
  shown: {
    operation: '01a20360-b89d-7654-9cac-70cd15238b6a',
    time: '2026-11-22T13:10:00.093Z',
    known_by: null,
  },
  accounts: [
    {
      id: 'a',
      letter: 'A',
      name: 'United States',
      summary: 'Syrian aircraft dropped it.',
      holders: ['United States'],
    },
    { id: 'b', letter: 'B', name: 'Russia', summary: null, holders: [] },
  ],
  findings: [
    {
      id: 'f',
      letter: 'C',
      name: 'Mechanism',
      body: 'OPCW-UN',
      symbol: 'S/2017/904',
      date: '2017-10-26',
      standard: 'confident',
    },
  ],
  rows: [
    {
      id: 'p1',
      number: 1,
      question: 'Whose aircraft struck the town?',
      note: null,
      state: 'agreed',
      common_ground: true,
      n_answer: 2,
      n_silent: 0,
      n_not_looked_at: 0,
      words: 'agreed by 2',
      letters: 'A = B',
      cells: [
        answered('a', answer('a1', 'Syrian', 'James Mattis')),
        answered('b', answer('b1', 'Syrian', 'Igor Konashenkov')),
      ],
      finding_cells: [{ finding_id: 'f', answer: null, pairs: [] }],
      pairs: [
        {
          a: 'A',
          b: 'B',
          answer_id: 'answer-a1',
          other_id: 'answer-b1',
          relation: 'same',
          offered: true,
          comparison_id: null,
          reason: null,
          editor: null,
        },
      ],
    },
    {
      id: 'p2',
      number: 2,
      question: 'When was it released?',
      note: null,
      state: 'one_side_only',
      common_ground: false,
      n_answer: 1,
      n_silent: 0,
      n_not_looked_at: 1,
      words: 'one side only, not looked at 1',
      letters: '',
      cells: [
        { ...empty, account_id: 'a', state: 'not_looked_at' },
        answered('b', answer('b2', '11:30 to 12:30', 'Igor Konashenkov')),
      ],
      finding_cells: [{ finding_id: 'f', answer: answer('f2', '06:30 to 07:00', 'Mechanism'), pairs: [] }],
      pairs: [],
    },
    {
      id: 'p3',
      number: 3,
      question: 'Who should investigate?',
      note: null,
      state: 'silent',
      common_ground: false,
      n_answer: 0,
      n_silent: 1,
      n_not_looked_at: 1,
      words: 'silent 1, not looked at 1',
      letters: '',
      cells: [
        {
          ...empty,
          account_id: 'a',
          state: 'silent',
          silences: [{ id: 's', looked: 'the report of 12 April', until: '2017-04-12', editor: 'Marr' }],
        },
        { ...empty, account_id: 'b', state: 'not_looked_at' },
      ],
      finding_cells: [{ finding_id: 'f', answer: null, pairs: [] }],
      pairs: [],
    },
  ],
  states: [
    { state: 'agreed', count: 1 },
    { state: 'compatible', count: 0 },
    { state: 'contradicted', count: 0 },
    { state: 'different_not_compared', count: 0 },
    { state: 'one_side_only', count: 1 },
    { state: 'silent', count: 1 },
    { state: 'not_looked_at', count: 0 },
  ],
  effort: [
    { account_id: 'a', letter: 'A', statements: 2, inquiries: 1, links: 4, rated: 3 },
    { account_id: 'b', letter: 'B', statements: 1, inquiries: 0, links: 1, rated: 1 },
  ],
  effort_warning: 'Account B got less work than A.',
};

function cell(value: StanceValue | null): MatrixCell {
  return {
    link_ids: value ? ['link'] : [],
    shown: desk(value),
    stances: value ? [{ editor_id: 'e', editor: 'Marr', value, note: null, forked: false }] : [],
    relevance: null,
    credibility: null,
    contribution: value ? 0 : null,
    note: null,
    remarks: [],
  };
}

const coverage = { covered: 1, cells: 2, unsettled: 0, unrated: 1 };

function matrixRow(label: string, name: string, cells: MatrixCell[], rank: number): Matrix['rows'][number] {
  return {
    claim_id: `claim-${label}`,
    account_id: null,
    label,
    name,
    by: 'Defence ministry, 2017-04-05',
    who: 'Defence ministry',
    date: '2017-04-05',
    cells,
    score: {
      weighted: 4,
      unweighted: 2,
      low: 4,
      high: 4,
      n_credibility_not_judged: 1,
      n_unsettled: 0,
      explanation,
    },
    rank,
    coverage,
  };
}

export const matrix: Matrix = {
  name: 'When was it released?',
  point_id: 'p2',
  rows: [
    matrixRow('B2', 'Between 11:30 and 12:30', [cell('strongly_contradicts'), cell(null)], 2),
    matrixRow('C2', 'Between 06:30 and 07:00', [cell('supports'), cell(null)], 1),
  ],
  columns: ['E1', 'E2'].map((label) => ({
    label,
    item_id: `item-${label}`,
    excerpt_id: null,
    claim_id: null,
    name: 'Ministry statement',
    date: '2017-04-05',
    source: 'Defence ministry',
    source_id: null,
    earliest: '2017-04-05',
    credibility: null,
    reliability: 'C',
    origin: 1,
    remarks: [],
    diagnosticity: {
      value: label === 'E1' ? 1.5 : null,
      n: 2,
      n_not_applicable: 0,
      n_unrated: 0,
      n_unsettled: 0,
      explanation,
    },
  })),
  coverage,
  leave_one_out: [
    {
      what: 'evidence',
      name: 'E1',
      columns: ['E1'],
      scores: [0, 0],
      ranks: [1, 1],
      words: 'Without E1, B2 and C2 stand level.',
    },
  ],
  n_origins: 1,
  agreement: { alpha: null, n_pairs: 0, firmness: null, words: 'No cell was rated by two editors.' },
};
