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
  capture_text: 'text of a capture',
  carrier: 'carrier',
  case: 'case',
  case_name: 'other spelling',
  cell: 'cell',
  checklist: 'checklist',
  checklist_line: 'line of the checklist',
  claim: 'claim',
  comparison: 'comparison',
  credibility: 'credibility',
  demo: 'demo case',
  derivation: 'derivation',
  editor: 'editor',
  event: 'event',
  evidence: 'evidence',
  excerpt: 'excerpt',
  fetch: 'fetch of a page',
  finding: 'finding',
  handing_out: 'handing out of a copy',
  holder: 'holder',
  house: 'house',
  inquiry: 'inquiry',
  item: 'item',
  metadata: 'metadata of a capture',
  office: 'office',
  picture_check: 'check of a picture',
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
  fill: 'fill',
  link: 'link',
  move: 'move',
  order: 'order',
  publish: 'publish',
  rate: 'rate',
  restore: 'bring back',
  set: 'set',
  start: 'start',
  trash: 'move to the trash:',
  use: 'choose',
};

/** Commands whose words are no verb and noun. */
const whole: Record<string, string> = {
  'history.undo': 'undo',
  'history.redo': 'redo',
  undo: 'undo',
  redo: 'redo',
  'capture.copy_out': 'open a copy',
  'excerpt.import': 'import excerpts from annotations',
  'web.capture': 'capture a page',
  'web.save_to_wayback': 'save a page to the Wayback Machine',
  'case.bag': 'pack the case into a bag',
  'house.logo': 'choose the logo of the house',
  'case.tag_all': 'tag cases',
  'case.untag_all': 'take a tag off cases',
  'case.assign_all': 'assign cases',
  'case.archive_all': 'put cases into the archive, or take them out',
  'case.status_all': 'set the status of cases',
  'record.trash_all': 'move records to the trash',
  'record.restore_all': 'bring records back',
};

/** "claim.add" as "add claim"; an unknown command keeps its own name. */
export function operation(name: string): string {
  const words = whole[name];
  if (words) return words;
  const [noun = '', verb = ''] = name.split('.');
  const [one, two] = [verbs[verb], nouns[noun]];
  return one && two ? `${one} ${two}` : name;
}

/** A table of the ledger as a word. */
export function table(name: string): string {
  return nouns[name] ?? name.replaceAll('_', ' ');
}
