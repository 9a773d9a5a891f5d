export const record = {
  correct: 'Correct',
  trash: 'Move to the trash',
  restore: 'Bring back',
  inTrash: 'In the trash',
  erased: 'erased',
};
