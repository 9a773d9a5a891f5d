import { count } from '../plain';

/** Sizes of files as people say them. */
function bytes(n: number): string {
  if (n < 1000) return `${n} bytes`;
  const kilo = n / 1000;
  return kilo < 1000 ? `${kilo.toFixed(kilo < 10 ? 1 : 0)} kB` : `${(kilo / 1000).toFixed(1)} MB`;
}

export const settings = {
  title: 'Settings',
  parts: 'Parts of the settings',
  editors: 'Editors',
  editorHint: 'Every change carries the name of who made it.',
  addEditor: 'Another editor',
  worksHere: 'works here now',
  rename: 'Rename',
  renameEditor: (name: string) => `Rename ${name}`,
  renameHint: 'The history shows the new name for earlier changes too; what was printed stays.',
  retire: 'Works here no longer',
  retireEditor: (name: string) => `${name}: Works here no longer`,
  editorsLeft: (n: number) => `Work here no longer: ${n}`,
  scales: 'Rating scales',
  workspace: 'Workspace',
  workspaceHint:
    'Everything is in this folder: the ledger, the preserved files, the backups. It can be copied as a whole while the window is closed.',
  copyPath: 'Copy its path',
  house: 'The house that publishes',
  houseName: 'Name',
  houseHint: 'Reports print it. ClaimReview needs it, with the address of the site.',
  houseUrl: 'Address of its site',
  corrections: 'Address of its corrections policy',
  reportLanguage: 'Language of its reports',
  reportLanguageNone: 'as in the case',
  reportLanguages: { en: 'English', ru: 'Russian' } as Record<string, string>,
  houseNote: 'Note',
  houseNoteHint: 'Printed on every page and export, such as who pays for the work.',
  appearance: 'Appearance',
  appearanceHint: 'Kept on this machine, not in the workspace.',
  theme: 'Light and dark',
  themes: { system: 'as the system', light: 'light', dark: 'dark', contrast: 'high contrast' },
  size: 'Size of text',
  percent: (n: number) => `${n} %`,
  language: 'Language',
  backups: 'Backups',
  backupsHint:
    'A backup holds the ledger and the list of preserved files. A full one holds the files too, and can be read on any machine.',
  backupNow: 'Back up now',
  backupFull: 'Full backup into a folder…',
  backupFullTitle: 'Full backup',
  backupFullHint:
    'The ledger and every preserved file are copied into a new folder, such as one on another disk.',
  backupFullDo: 'Back up in full',
  backingUp: 'Backing up',
  backupMade: 'Backed up:',
  noBackups: 'There is no backup yet.',
  allBackups: (n: number) => `All ${n} backups`,
  fewer: 'Only the newest',
  filesListed: (n: number) => `lists ${count(n, 'file', 'files')}`,
  filesHeld: (n: number) => `holds ${count(n, 'file', 'files')}`,
  newFolder: 'New folder',
  newFolderHint: 'A folder that is not there yet.',
  chooseFolder: 'Choose…',
  folderMissing: 'Name the folder, or choose where it goes.',
  bytes,
  integrity: 'Integrity',
  integrityHint:
    'Verifying reads every change from the first one, and every preserved file. On a large workspace that takes a while.',
  verifyNow: 'Verify now',
  diagnostics: 'Help with a fault',
  diagnosticsHint: 'This text says how the window runs. It holds no name, no path and no word of a case.',
  copyDiagnostics: 'Copy diagnostics',
  saved: 'Saved.',
  version: (version: string) => `Counterclaim ${version}`,
};
