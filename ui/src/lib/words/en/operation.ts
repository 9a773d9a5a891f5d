// Names of operations are commands, noun.verb; here they become words.

const nouns: Record<string, string> = {
  account: 'account',
  account_claim: 'claim to account',
  act: 'act of a statement',
  actor: 'actor',
  actor_name: 'name of an actor',
  answer: 'answer',
  appearance: 'appearance',
  assessment: 'assessment',
  author: 'author',
  capture: 'capture',
  carrier: 'carrier',
  case: 'case',
  case_name: 'other spelling',
  cell: 'cell',
  claim: 'claim',
  comparison: 'comparison',
  credibility: 'credibility',
  demo: 'demo case',
  derivation: 'derivation',
  editor: 'editor',
  evidence: 'evidence',
  excerpt: 'excerpt',
  finding: 'finding',
  holder: 'holder',
  house: 'house',
  inquiry: 'inquiry',
  item: 'item',
  office: 'office',
  point: 'point',
  record: 'text',
  relevance: 'relevance',
  reliability: 'reliability',
  reply: 'reply',
  report: 'report',
  scale: 'scale',
  second_reading: 'second reading',
  silence: 'silence',
  stance: 'stance',
  statement: 'statement',
  tag: 'tag',
  verdict: 'verdict',
  workspace: 'workspace',
};

const verbs: Record<string, string> = {
  add: 'add',
  attach: 'attach a file to',
  edit: 'correct',
  erase: 'erase',
  link: 'link',
  move: 'move',
  order: 'order',
  publish: 'publish',
  rate: 'rate',
  restore: 'bring back',
  set: 'set',
  trash: 'move to the trash:',
  use: 'choose',
};

/** "claim.add" as "add claim"; an unknown command keeps its own name. */
export function operation(name: string): string {
  if (name === 'history.undo' || name === 'undo') return 'undo';
  if (name === 'history.redo' || name === 'redo') return 'redo';
  const [noun = '', verb = ''] = name.split('.');
  const [one, two] = [verbs[verb], nouns[noun]];
  return one && two ? `${one} ${two}` : name;
}

/** A table of the ledger as a word. */
export function table(name: string): string {
  return nouns[name] ?? name.replaceAll('_', ' ');
}
