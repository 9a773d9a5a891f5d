import { list } from '../plain';

export const side = {
  name: 'Accounts side by side',
  choose: (most: number) => `Which accounts (two to ${most})`,
  print: 'Print',
  needsTwo: 'Two accounts at least can stand side by side. Add them in the points grid.',
  noStatements: 'No statement of these accounts is recorded yet.',
  date: 'Said',
  undated: 'no date',
  nothing: 'Nothing said on',
  claim: 'Claim',
  inItem: (items: string) => `· in ${items}`,
  silent: (letter: string) => `${letter} is silent`,
  notLookedAt: (letter: string) => `${letter}: not looked at`,
  foot: (letters: readonly string[]) => (letters.length ? `Accounts ${list(letters)} in time order` : ''),
  means:
    'A rule beside a statement marks that it speaks to a point on which none of the other accounts in sight has an answer. “Silent” is an editor’s finding; “not looked at” means that nobody has looked yet. Whether two answers are the same or contradict is said by editors, with a reason.',
  between: (from: string, to: string) => `between ${from} and ${to}`,
  days: {
    about: (date: string) => `about ${date}`,
    perhaps: (date: string) => `perhaps ${date}`,
    span: (from: string, to: string) => `${from} to ${to}`,
  },
};
