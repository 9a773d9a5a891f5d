/** What a word on a screen asks the help to show: all words or all methods, narrowed to it. */
export const asked: { part: 'words' | 'methods' | null; word: string } = $state({ part: null, word: '' });
