export const tour = {
  name: 'Tour of the demo case',
  offer: (steps: number) => `A tour of ${steps} steps shows how a case is worked on. “?” has it at any time.`,
  begin: 'Start the tour',
  notNow: 'Not now',
  step: (at: number, of: number) => `Step ${at} of ${of}`,
  next: 'Next',
  before: 'Back',
  leave: 'Leave the tour',
  end: 'Done',
  hint: 'You can work while it is open. “?” takes it up again.',
  steps: {
    accounts: {
      title: 'Accounts stand side by side',
      words:
        'Each column is one account of the event, in the order of its first statement; findings of bodies that are not parties stand beside them. Every account gets the same questions and the same space.',
    },
    row: {
      title: 'Each row says how the answers compare',
      words:
        'An editor says of two answers that they are the same, compatible or contradict, with a reason. What nobody looked at reads differently from what an account is silent on.',
    },
    matrix: {
      title: 'Evidence is weighed across all claims',
      words:
        'Each cell is one editor’s stance, or the desk’s: keys 1 to 5. A number with dots under it opens its formula and the rows behind it.',
    },
    claim: {
      title: 'A person rates a claim, and says why',
      words:
        'A claim shows who said it, the evidence for and against, and each editor’s assessment. A second reader rates before seeing the first label; only then is there a verdict.',
    },
    report: {
      title: 'The report leads back to its sources',
      words:
        'Every sentence leads to a quote in a preserved copy. Anyone can check the exported case without this app.',
    },
  },
};
