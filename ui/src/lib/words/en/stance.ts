export const stance = {
  strongly_supports: 'strongly supports',
  supports: 'supports',
  neutral: 'neutral',
  contradicts: 'contradicts',
  strongly_contradicts: 'strongly contradicts',
  not_applicable: 'not applicable',
  unrated: 'unrated',
  unsettled: 'unsettled',
};
