/** What a line names, by the names that the api gives. */
export type Named = Readonly<Record<string, string>>;

const short = (text: string | undefined): string => (text ? `“${text}”` : 'a record');
const leads: Readonly<Record<string, string>> = {
  trashed: 'which lies in the trash',
  not_public_by_then: 'which was not public by the day shown',
  unknown: 'which is not in this case, or leans on something in the trash',
  no_identity: 'which is no record',
};

/** What stands in the way of publishing, or should be looked at first: by the code of the line. */
export const blocks = {
  broken_citation: (p: Named) =>
    p.why === 'covered'
      ? `The rating of ${short(p.claim)}, which is covered, cites something that is not there.`
      : `${p.field === 'would_change' ? 'What would change the rating' : 'The rationale'} of ${short(p.claim)} cites ${short(p.cited ?? p.citation)}, ${leads[p.why ?? ''] ?? 'which is not there'}.`,
  rating_not_allowed: (p: Named) =>
    `${short(p.claim)} is rated, and a claim of its kind takes no such rating.`,
  copy_missing: (p: Named) =>
    `A note leads to the preserved copy of ${short(p.item)}, which is not among the files of this workspace.`,
  copy_changed: (p: Named) =>
    `A note leads to the preserved copy of ${short(p.item)}, which is not what was preserved.`,
  logo_missing: () => 'The logo of the house cannot be read.',
  house_missing: () => 'ClaimReview needs the name and the address of the house.',
  covered: (p: Named) => `${short(p.claim)} waits for your own reading: its first rating is covered.`,
  no_verdict: (p: Named) =>
    `${short(p.claim)} has no verdict: its rating is shown as one reader’s assessment.`,
  not_rated: (p: Named) => `${short(p.claim)} is not rated.`,
  evidence_twice: (p: Named) =>
    `${p.label ?? ''} is linked twice to the same record: the cell is unsettled until one link is trashed.`,
  unsettled: (p: Named) => `The editors differ on a link of ${p.label ?? ''}: it adds nothing to the score.`,
  uneven_effort: () => 'One account got much less work than another.',
  no_reply_asked: (p: Named) =>
    `No holder of account ${p.letter ?? ''} (${p.account ?? ''}) was asked for a reply.`,
  date_unreadable: (p: Named) =>
    `${p.what ?? ''}: ${short(p.date)} cannot be read as a date and counts as missing.`,
};
