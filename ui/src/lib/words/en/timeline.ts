import { type EntryKind, type LaneKind } from '$lib/api/bindings';
import { count } from '../plain';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const timeline = {
  open: 'Open',
  menu: 'What can be done with this entry',
  months,
  day: (day: number, month: string, year: string) => `${day} ${month} ${year}`,
  month: (month: string, year: string) => `${month} ${year}`,
  /** What stands at a tick: the year, the month, the day, or the day with its month. */
  tick: (date: string, of: 'year' | 'month' | 'day', named: boolean) => {
    const [year = '', month = '', day = ''] = date.split('-');
    const name = months[Number(month) - 1] ?? month;
    if (of === 'year') return year;
    if (of === 'month') return name;
    return named ? `${Number(day)} ${name}` : String(Number(day));
  },
  years: (from: string, to: string) => `${from}–${to}`,
  name: (what: string) => `Timeline: ${what}`,
  form: 'Form',
  forms: { drawing: 'Lanes', list: 'List' },
  asList: 'Show the timeline as a list',
  asDrawing: 'Show the timeline in lanes',
  listName: 'Entries in the order of time',
  scale: 'Time axis',
  scales: { wide: 'by what happened', narrow: 'even' },
  legend: 'What the marks mean',
  uncertain: 'day uncertain',
  changed: 'later statement differs',
  kinds: {
    case: 'event under review',
    event: 'event',
    statement: 'statement',
    finding: 'finding',
    publication: 'publication',
  } satisfies Record<EntryKind, string>,
  titles: {
    case: 'The event under review',
    event: 'Event',
    statement: 'Statement',
    finding: 'Finding',
    publication: 'Publication',
  } satisfies Record<EntryKind, string>,
  lanes: {
    event: 'Events',
    account: 'Account',
    findings: 'Findings',
    other: 'Of no account',
    publications: 'Publications',
  } satisfies Record<LaneKind, string>,
  entryBefore: (when: string, kind: string) => `${when}, ${kind}, `,
  entryAfter: (differs: boolean, later: boolean) =>
    `${differs ? '; differs from an earlier statement' : ''}${later ? '; came later than what is shown' : ''}`,
  noDate: 'no date',
  byItem: (date: string) => `by ${date}`,
  byItemHint: 'The statement has no date of its own: it stands by the date of the item that carries it.',
  slider: 'Show what was known by',
  knownBy: (date: string | null) => (date === null ? 'everything' : `known by ${date}`),
  showLater: 'Show what came later',
  nothingYet: (kind: LaneKind): string =>
    kind === 'findings' ? 'No finding had been made.' : 'Nothing of this was public by then.',
  inView: (
    date: string | null,
    n: { accounts: number; statements: number; findings: number; rated: number },
  ) =>
    `${date === null ? 'In view' : `Known by ${date}`}: ${count(n.accounts, 'account', 'accounts')}, ${count(n.statements, 'statement', 'statements')}, ${n.findings === 0 ? 'no findings' : count(n.findings, 'finding', 'findings')}, ${count(n.rated, 'claim', 'claims')} rated`,
  undated: (n: number) => `Without a date: ${n}`,
  empty: 'What happened, and what was said when? Statements with a date stand here of themselves.',
  dayDetail: 'A day by the hour',
  localTime: (zone: string) => `local time, ${zone.replace(/_/g, ' ')}`,
  noZone: 'UTC; the zone was not recorded',
  utcName: 'UTC',
  utc: (clock: string) => `(${clock} UTC)`,
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  earlier: 'Earlier statement',
  laterVersion: 'Later statement',
  whyDiffers: 'Why it differs',
  goThere: 'Show it in time',
  differsShort: 'differs from an earlier statement',
  laterWord: 'came later',
  markOpen: 'Differs from an earlier statement …',
  changeMark: 'Correct the mark …',
  markDiffers: 'Say that it differs',
  withdrawMark: 'Take the mark away',
  chooseEarlier: 'Choose the earlier statement.',
  giveReason: 'Say in a sentence what differs.',
  differsHint: 'What differs, and whether that is a contradiction or a change. Readers see this.',
  statementOption: (date: string, speaker: string, words: string) => `${date}, ${speaker}: ${words}`,
  claims: 'Claims it bears on',
  item: 'Item',
  addEvent: 'Add an event',
  eventHint:
    'Something that happened and that no account disputes as such. What was said of it is a statement.',
  eventName: 'What happened, in neutral words',
  eventNeedsName: 'Say what happened.',
  dateWords: 'The date as written (optional)',
  timeFrom: 'From (time of day)',
  timeTo: 'To (time of day)',
  timeUnread: 'A time of day is written as 06:30, and needs a whole date and a known zone.',
  zone: 'Time zone',
  zoneHint: 'Such as Asia/Damascus. Empty: not recorded, and the time is taken as UTC.',
  place: 'Where',
  toldBy: 'The item that tells of it',
};
