export const help = {
  open: 'Keys, words and methods',
  title: 'Keys, words and methods',
  parts: { words: 'Words', methods: 'Methods', keys: 'Keys' },
  find: 'Find a word',
  none: 'No word fits.',
  more: 'All words and methods',
  resume: (step: number, of: number) => `Go on with the tour, at step ${step} of ${of}`,
  startTour: 'Take the tour of the demo case',
  plainKeys: {
    title: 'In lists, tables and forms',
    lines: [
      ['← → ↑ ↓', 'Move over rows and cells'],
      ['Home, End', 'To the first, to the last'],
      ['Enter', 'Open, or do the main thing'],
      ['Escape', 'Close a pane, a menu or a dialog'],
      ['Space, Shift, Ctrl', 'Pick out rows: one, a stretch, one more'],
      ['Shift F10', 'What can be done with a row'],
      ['Tab', 'To the next control'],
    ] as [string, string][],
  },
  rating: {
    title: 'In the evidence matrix',
    lines: [
      ['5', 'strongly supports'],
      ['4', 'supports'],
      ['3', 'neutral'],
      ['2', 'contradicts'],
      ['1', 'strongly contradicts'],
      ['0', 'not applicable'],
      ['Delete', 'unrated'],
    ] as [string, string][],
  },
};
