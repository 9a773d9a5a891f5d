export const effort = {
  statements: 'Statements',
  inquiries: 'Looks for evidence',
  links: 'Evidence linked',
  rated: 'Evidence rated',
};
