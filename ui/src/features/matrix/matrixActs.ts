// What can be done on the matrix: its commands for the palette, and the menu on a line, a column or a cell.
import { type Explanation, type StanceValue } from '$lib/api/bindings';
import { type Command } from '$lib/commands.svelte';
import { type Desk } from '$lib/desk.svelte';
import { t } from '$lib/words';
import { type MenuItem } from '$shared/menu';
import { keyOf, stances } from '../marks/stance';
import {
  type At,
  type ColumnOrder,
  type Evidence,
  type Line,
  nothing,
  places,
  type RowLine,
  withoutRow,
} from './grid';
import { type MatrixState } from './matrixState.svelte';
import { shown } from './numbers';

/** What the panel does for them. */
export interface Acts {
  rate: (at: At, value: StanceValue | null) => void;
  openCell: (at: At) => void;
  openColumn: (evidence: Evidence) => void;
  explain: (title: string, explanation: Explanation) => void;
  leaveOut: () => void;
  weigh: () => void;
  copy: () => void;
  /** The line that copies a link to an evidence link's cell. */
  link: (id: string) => MenuItem;
}

const sorts: readonly ColumnOrder[] = ['entry', 'diagnosticity', 'date', 'reliability'];

export function matrixCommands(desk: Desk, view: MatrixState, acts: Acts): Command[] {
  const group = t.frame.commandGroups.here;
  const whose = view.whose === 'desk' ? 'mine' : 'desk';
  return [
    {
      id: 'matrix.transpose',
      words: t.matrix.transpose,
      group,
      run: () => (view.transposed = !view.transposed),
    },
    {
      id: 'matrix.whose',
      words: t.matrix.choice(t.matrix.whose, t.matrix[whose]),
      group,
      enabled: () => desk.editor !== null,
      run: () => (view.whose = whose),
    },
    ...sorts.map((sort) => ({
      id: `matrix.sort.${sort}`,
      words: t.matrix.choice(t.matrix.sort, t.matrix.sorts[sort]),
      group,
      enabled: () => view.sort !== sort,
      run: () => (view.sort = sort),
    })),
    { id: 'matrix.out', words: t.matrix.leaveOutOpen, group, run: acts.leaveOut },
    {
      id: 'matrix.weigh',
      words: t.matrix.addColumn,
      group,
      enabled: () => desk.editable,
      run: acts.weigh,
    },
    { id: 'matrix.copy', words: t.matrix.copy, group, run: acts.copy },
  ];
}

/** What the menu offers on the element that was meant. */
export function matrixMenu(
  meant: Element,
  lines: readonly Line[],
  all: readonly Evidence[],
  desk: Desk,
  view: MatrixState,
  acts: Acts,
): MenuItem[] {
  const spot = meant.closest<HTMLElement>('[data-of-line], [data-of-evidence]');
  const line = lines.find((one): one is RowLine => one.kind === 'row' && one.key === spot?.dataset['ofLine']);
  const evidence = all.find((one) => one.key === spot?.dataset['ofEvidence']);
  const copy = { id: 'copy', label: t.matrix.copy, group: 'copy', run: acts.copy };
  if (line && evidence) {
    const cell = line.row.cells[places(line.group).get(evidence.key) ?? -1] ?? nothing;
    const [link] = cell.link_ids;
    const linked = link === undefined ? [] : [acts.link(link)];
    return [
      ...cellItems({ line, evidence, cell }, desk, acts),
      ...columnItems(evidence, view, acts),
      ...linked,
      copy,
    ];
  }
  if (evidence) return [...columnItems(evidence, view, acts), copy];
  if (line) {
    const { score } = withoutRow(line.group, line.row) ?? line.row;
    const title = t.matrix.scoreOf(line.row.label, shown(score.weighted));
    const explain = (): void => acts.explain(title, score.explanation);
    return [{ id: 'explain', label: t.matrix.explain(title), group: 'line', run: explain }, copy];
  }
  return [];
}

function cellItems(at: At, desk: Desk, acts: Acts): MenuItem[] {
  const mine = at.cell.stances.find((one) => one.editor === desk.editor)?.value;
  const note = { id: 'note', label: t.matrix.noteOnStance, keys: 'Enter', group: 'cell' };
  return [
    ...(desk.editable
      ? stances.map((value) => ({
          id: `rate-${value}`,
          label: t.stance[value],
          keys: keyOf(value) ?? undefined,
          checked: mine === value,
          group: 'rate',
          run: () => acts.rate(at, value),
        }))
      : []),
    ...(desk.editable && mine
      ? [
          {
            id: 'withdraw',
            label: t.matrix.withdraw,
            keys: 'Delete',
            group: 'cell',
            run: () => acts.rate(at, null),
          },
        ]
      : []),
    ...(desk.editable ? [{ ...note, run: () => acts.openCell(at) }] : []),
  ];
}

function columnItems(evidence: Evidence, view: MatrixState, acts: Acts): MenuItem[] {
  const { column, fresh } = evidence;
  const out = view.leftOut.includes(column.label);
  const others = view.leftOut.filter((label) => label !== column.label);
  const opened = { id: 'open', label: column.name, group: 'column', run: () => acts.openColumn(evidence) };
  if (fresh) return [opened];
  const label = out ? t.matrix.countAgain(column.label) : t.matrix.leaveOutOf(column.label);
  const leave = (): void => view.leave(out ? others : [...others, column.label]);
  return [opened, { id: 'leave-out', label, group: 'column', run: leave }];
}
