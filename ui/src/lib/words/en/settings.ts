export const settings = {
  title: 'Settings',
  editor: 'Your name',
  editorHint: 'New changes carry it. Earlier ones keep the name they were made with.',
  workspace: 'Workspace',
  house: 'The house that publishes',
  houseName: 'Name',
  houseUrl: 'Address of its site',
  corrections: 'Address of its corrections policy',
  theme: 'Appearance',
  themes: { system: 'as the system', light: 'light', dark: 'dark', contrast: 'high contrast' },
  saved: 'Saved.',
  version: (version: string) => `Counterclaim ${version}`,
};
