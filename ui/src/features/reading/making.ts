/** What a person wants to make of what was picked out: an excerpt alone, one that bears on a claim, or the words of a statement. */
export type Making = 'excerpt' | 'link' | 'statement';
