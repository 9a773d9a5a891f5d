export const effort = {
  account: 'Account',
  statements: 'Statements with a source',
  inquiries: 'Looks for evidence',
  links: 'Evidence linked',
  rated: 'Evidence rated',
  means:
    'Plain counts of what is recorded for each account. They say nothing about who is right; they show where less was looked for.',
};
