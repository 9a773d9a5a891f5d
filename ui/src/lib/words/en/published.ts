import { count } from '../plain';

/** The list of the reports of all cases. */
export const published = {
  open: 'Open',
  menu: 'What can be done with this report',
  listName: 'Published reports',
  columns: {
    number: 'Number',
    case: 'Case',
    date: 'Published',
    by: 'By',
    supersedes: 'Supersedes',
    files: 'Files',
  },
  search: 'Search reports',
  none: 'No report has been published yet.',
  noneHint:
    'A report is published from the Report tab of its case. It keeps its number, its place in the history, and the hashes of its files.',
  toCases: 'To the cases',
  shown: (n: number) => count(n, 'report', 'reports'),
  supersededBy: 'Superseded by',
  choose: (number: string) => `Choose ${number}`,
  chooseAll: 'Choose all in the list',
};
