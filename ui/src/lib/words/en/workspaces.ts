export const workspaces = {
  show: 'Show the workspace folder',
  open: 'Open another workspace…',
  choose: 'The folder of a workspace, or an empty folder',
  chooseAgain: 'Choose another folder…',
  makeTitle: 'Make a workspace here?',
  makeHint:
    'This folder is empty. A new workspace is made in it: the ledger, the preserved files and the backups will lie there.',
  make: 'Make a workspace',
  elsewhereTitle: 'It is open in another window',
  elsewhereHint: 'That window has come forward. This one stays as it is.',
  refusedTitle: 'This folder was not opened',
  why: {
    other:
      'It holds something else, and no workspace. Choose the folder of a workspace (ledger.sqlite lies in it), or an empty folder to make one in.',
    backup:
      'It is a full backup, and working in it would change it. Restore it into a new folder (Settings, Backups), and open that one.',
    inside: 'It lies inside a workspace. Open that workspace, or choose a folder outside it.',
    no_folder: 'It is a file. Choose the folder that it lies in.',
    here: 'This window shows it already. Choose the folder of another workspace.',
  },
  leaving: 'Opening the other workspace',
  recent: 'Opened before on this machine',
  notThere: 'not there now',
  openThis: 'Open',
  openNamed: (path: string) => `Open ${path}`,
  forget: 'Take off this list',
  forgetNamed: (path: string) => `Take off this list: ${path}`,
  readOnly: 'read only',
  openRestored: 'Open the restored workspace',
};
