export const first = {
  title: 'Set up your workspace',
  where: 'Your workspace is this folder',
  whereHint: 'It holds the ledger, the preserved files and the backups. Nothing leaves this machine.',
  name: 'Your name, as it stands beside every change',
  nameHint: 'A reader of the history sees it.',
  begin: 'Begin',
  start: 'How do you want to start?',
  demo: 'Open the demo case',
  demoHint:
    'Two accounts of the chemical release at Khan Shaykhun in April 2017, with evidence, ratings and a report. Its editors and ratings are fictional.',
  own: 'Start a case of your own',
  ownHint: 'Name the event, then set down each account in its own words.',
  making: 'Writing the demo case',
};
