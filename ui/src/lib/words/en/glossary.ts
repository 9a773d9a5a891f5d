/** One word, and what it means here. */
export interface Entry {
  word: string;
  means: string;
}

/** The words of the field, as the app uses them. */
export const glossary = {
  workspace: {
    word: 'workspace',
    means:
      'One folder: the ledger, the preserved files and the backups. Drafts and the place of the window lie in it too, outside the history.',
  },
  editor: { word: 'editor', means: 'The person at work. Every change carries one.' },
  case: { word: 'case', means: 'An event under review: what, where, when, and why it matters.' },
  actor: {
    word: 'actor',
    means:
      'A person, body, state or outlet. Speaker, claimant, holder of an account, source and publisher are roles of one actor, never second records.',
  },
  account: {
    word: 'account',
    means:
      'A coherent version of the event, held by one or more actors. One actor may hold two accounts over time.',
  },
  steelman: { word: 'strongest form', means: 'An account as its most careful defender would put it.' },
  finding: {
    word: 'finding',
    means:
      'What a body that is not a party concluded, with its standard of proof in its own words. It stands beside the accounts and is never counted among them.',
  },
  point: { word: 'point at issue', means: 'One neutral question. Two questions are two points.' },
  commonGround: {
    word: 'common ground',
    means:
      'The points on which the accounts agree, or are compatible: two or more answer, and no pair contradicts or is left uncompared.',
  },
  claim: {
    word: 'claim',
    means:
      'A checkable assertion by a claimant, in any number of accounts, or in none. Opinions, predictions and positions are kept as such and are not rated.',
  },
  answer: {
    word: 'answer',
    means:
      'What a claim says to a point: a value, a denial without an alternative, or a refusal to say. The latest by the date of its statement is the current one; earlier ones are kept.',
  },
  silence: {
    word: 'silence',
    means:
      'An editor’s recorded finding that an account says nothing on a point: where they looked, and up to when.',
  },
  notLookedAt: {
    word: 'not looked at',
    means:
      'Neither an answer nor a silence is recorded. It is no judgement about the account; it is work that waits.',
  },
  statement: {
    word: 'statement',
    means: 'An utterance as recorded: speaker, date, venue, and the words as printed.',
  },
  act: {
    word: 'act of a statement',
    means: 'A statement asserts, denies, reports another’s, or concedes a claim.',
  },
  secondHand: {
    word: 'second-hand',
    means: 'No statement of a holder of the account asserts the claim; somebody else ascribes it to them.',
  },
  item: {
    word: 'item',
    means: 'A work that carries information: an article, a document, a photo, a video, a dataset.',
  },
  capture: { word: 'capture', means: 'A preserved copy of an item, named by its hash and never altered.' },
  excerpt: {
    word: 'excerpt',
    means: 'An anchored part of a capture: a quote, a page, a region, a span of time.',
  },
  link: {
    word: 'evidence link',
    means: 'How an item, excerpt or claim bears on one claim, account, item or other link.',
  },
  stance: {
    word: 'stance',
    means:
      'One editor’s reading of one evidence link, from strongly supports to strongly contradicts. A newer one supersedes it; nothing is overwritten.',
  },
  unsettled: {
    word: 'unsettled',
    means: 'Editors who rated the same link differ. The desk then has no stance on it, until they agree.',
  },
  relevance: {
    word: 'relevance',
    means: 'How much the evidence bears on the claim, if it is true: low, medium, high.',
  },
  credibility: {
    word: 'credibility',
    means:
      'Whether the information here is likely true, from 1 (confirmed) to 6 (cannot be judged). Rated apart from the source.',
  },
  reliability: {
    word: 'reliability',
    means:
      'How far an actor can be relied on as a source, from A to F. F means that it cannot be judged, not that it is bad.',
  },
  assessment: {
    word: 'assessment',
    means: 'One editor’s rating of a claim: a label on a scale, likelihood, confidence, and the reasons.',
  },
  likelihood: { word: 'likelihood', means: 'How likely the claim is true, in seven bands of percentages.' },
  confidence: {
    word: 'confidence',
    means: 'How good the basis of the rating is: low, moderate, high. It is not likelihood.',
  },
  secondReading: {
    word: 'second reading',
    means:
      'Another editor rates before seeing the first label. Where they differ, both reasons go back to the desk.',
  },
  until: {
    word: 'evidence until',
    means:
      'The day in the world up to which evidence was weighed for a rating. Nothing later was looked at, and the rating claims nothing about it.',
  },
  verdict: {
    word: 'verdict',
    means:
      'The assessment that the desk stands behind after a second reader agreed. With one editor there is none.',
  },
  inquiry: {
    word: 'inquiry',
    means: 'A recorded look for evidence: for what, where, when, and what was found or not found.',
  },
  scale: { word: 'scale', means: 'A versioned set of ordered labels for ratings.' },
  report: {
    word: 'report',
    means:
      'What is published: a case at one position of its history, numbered, pinned, and the same again from the same position.',
  },
  correction: {
    word: 'correction',
    means: 'A new verdict or report that names the one it supersedes, with the reason.',
  },
  ledger: { word: 'ledger', means: 'The file with the whole history of the workspace.' },
  operation: {
    word: 'operation',
    means:
      'One recorded change: who, when, why, and the rows before and after. It can be undone, never removed.',
  },
  asOf: { word: 'as of', means: 'A position in the history: the case as the desk had it then.' },
  knownBy: {
    word: 'known by',
    means: 'A date in the world: only what was public by that day counts. What has no date is listed apart.',
  },
} satisfies Record<string, Entry>;

/** How the numbers come about, in short. */
export const methods = {
  score: {
    word: 'contradiction score',
    means:
      'Over the rated links of a claim: contradicts counts 1, strongly contradicts 2, each times a weight for credibility (√2, 1 or 1/√2) and one for relevance (the same). Lower is better. Support does not buy it down.',
  },
  diagnosticity: {
    word: 'diagnosticity',
    means:
      'How far a piece of evidence tells the competing claims apart: the standard deviation of its stances over them. 0 bears alike on all. Under two stances it is not defined.',
  },
  coverage: {
    word: 'coverage',
    means:
      'Cells with a settled stance, out of all cells. A row that nobody rated is never contradicted, so this stands beside every score.',
  },
  leaveOut: {
    word: 'leave one out',
    means:
      'Which piece of evidence, source, or group of dependent sources would change the ranking if it were dropped.',
  },
  origins: {
    word: 'origins',
    means: 'Sources that derive from one another count as one: a report repeated is not a second witness.',
  },
  alpha: {
    word: 'agreement between editors',
    means:
      'Krippendorff’s alpha: 1 is full agreement, 0 what chance would give. Not defined where no cell was rated by two.',
  },
  rows: {
    word: 'how a row is read',
    means:
      'Agreed: every pair of answers is the same. Contradicted: some pair contradicts. Different, not compared: nobody has said yet. Editors say it, with a reason; identical values are offered as the same.',
  },
  effort: {
    word: 'work done per account',
    means:
      'Statements with sources, inquiries, evidence linked, links rated. A warning stands where one account has less than half of another’s, and at least three fewer.',
  },
  disputedEvent: {
    word: 'the scale “Disputed event”',
    means:
      'Established, Probable, Evidence conflicts, Unsupported, Refuted; and Cannot be determined. Nothing is computed from its numbers, and there is no percentage of truth.',
  },
} satisfies Record<string, Entry>;
