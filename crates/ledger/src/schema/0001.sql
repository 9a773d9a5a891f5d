-- Counterclaim ledger, format 1.
-- Every table is under history, or derived (prefix x_), or the history itself (operation, change).
-- id is inside this file only; uuid is identity everywhere else. Texts are kept as they were given.
-- trashed: 1 = in the trash, can be brought back. erased: comma-separated names of the columns whose text was erased; such a column holds '[erased]'.
-- Dates are EDTF as written; instants are RFC 3339 in UTC; languages are BCP 47 tags; position is a fractional key that sorts bytewise.

-- Who works here. Every operation carries one.
CREATE TABLE editor (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  name TEXT NOT NULL CHECK (name <> ''),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;

-- The house that publishes: one row, with a fixed uuid.
CREATE TABLE house (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  name TEXT,
  url TEXT,
  corrections_url TEXT,
  language TEXT,
  note TEXT, -- printed on every page, for example that the house is an example
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;

-- An event under review.
CREATE TABLE "case" (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  name TEXT NOT NULL CHECK (name <> ''),
  summary TEXT, -- what happened, in neutral words
  place TEXT,
  date TEXT, -- when the event was, EDTF
  date_words TEXT, -- the date as written
  why TEXT, -- why it matters
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'open', 'review', 'published', 'closed')),
  assignee_id INTEGER REFERENCES editor (id),
  language TEXT,
  example INTEGER NOT NULL DEFAULT 0 CHECK (example IN (0, 1)), -- 1 = fictional editors, house and ratings; every page says so
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;

-- Another spelling of a case's name.
CREATE TABLE case_name (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  name TEXT NOT NULL CHECK (name <> ''),
  language TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX case_name_of_case ON case_name (case_id);

-- A tag of a case.
CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  name TEXT NOT NULL CHECK (name <> ''),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX tag_of_case ON tag (case_id);

-- A person, body, state or outlet. Speaker, claimant, holder, source and publisher are roles of an actor.
CREATE TABLE actor (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'body', 'state', 'outlet', 'unnamed')),
  description TEXT,
  url TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;

-- A name of an actor in another language, script or spelling.
CREATE TABLE actor_name (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  actor_id INTEGER NOT NULL REFERENCES actor (id),
  name TEXT NOT NULL CHECK (name <> ''),
  language TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX actor_name_of_actor ON actor_name (actor_id);

-- An office that an actor held, from when to when.
CREATE TABLE office (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  actor_id INTEGER NOT NULL REFERENCES actor (id),
  name TEXT NOT NULL CHECK (name <> ''),
  body_id INTEGER REFERENCES actor (id), -- the body or state whose office it is
  from_date TEXT, -- EDTF
  to_date TEXT, -- EDTF
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX office_of_actor ON office (actor_id);

-- A coherent version of the event.
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  name TEXT NOT NULL CHECK (name <> ''),
  summary TEXT,
  steelman TEXT, -- its strongest form
  position TEXT, -- set once an editor orders the accounts; without it they stand in the order of their first statement
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  UNIQUE (id, case_id)
) STRICT;
CREATE INDEX account_of_case ON account (case_id);

-- Who holds an account, from when to when.
CREATE TABLE holder (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  account_id INTEGER NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES actor (id),
  from_date TEXT, -- EDTF
  to_date TEXT, -- EDTF
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  FOREIGN KEY (account_id, case_id) REFERENCES account (id, case_id)
) STRICT;
CREATE INDEX holder_of_case ON holder (case_id);
CREATE INDEX holder_of_account ON holder (account_id);
CREATE INDEX holder_of_actor ON holder (actor_id);

-- A work that carries information.
CREATE TABLE item (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  name TEXT NOT NULL CHECK (name <> ''), -- the label by which the desk knows it
  kind TEXT NOT NULL DEFAULT 'document' CHECK (kind IN ('news_article', 'web_page', 'post', 'broadcast', 'report', 'document', 'photo', 'video', 'audio', 'dataset', 'interview', 'speech', 'law', 'judgment', 'book')),
  title TEXT, -- as printed; null when not recorded
  publisher_id INTEGER REFERENCES actor (id),
  symbol TEXT, -- document symbol or number
  date TEXT, -- the date on it, EDTF
  date_words TEXT,
  public_date TEXT, -- when it became public, EDTF; null = as its date
  url TEXT,
  archive_url TEXT,
  archive_date TEXT, -- EDTF
  language TEXT,
  container TEXT, -- newspaper, series, programme it appeared in
  place TEXT,
  pages TEXT,
  accessed TEXT, -- EDTF
  reading TEXT NOT NULL DEFAULT 'read' CHECK (reading IN ('read', 'cited_not_read')),
  note TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX item_of_publisher ON item (publisher_id);

-- An author of an item: an actor, or a name that is only printed there.
CREATE TABLE author (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  item_id INTEGER NOT NULL REFERENCES item (id),
  actor_id INTEGER REFERENCES actor (id),
  name TEXT,
  position TEXT NOT NULL,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  CHECK ((actor_id IS NOT NULL) + (name IS NOT NULL) = 1)
) STRICT;
CREATE INDEX author_of_item ON author (item_id);
CREATE INDEX author_of_actor ON author (actor_id);

-- One item or actor derives from another: both count as one origin.
CREATE TABLE derivation (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  item_id INTEGER REFERENCES item (id),
  actor_id INTEGER REFERENCES actor (id),
  from_item_id INTEGER REFERENCES item (id),
  from_actor_id INTEGER REFERENCES actor (id),
  kind TEXT NOT NULL CHECK (kind IN ('copies', 'translates', 'cites', 'same_origin')),
  note TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  CHECK ((item_id IS NOT NULL) + (actor_id IS NOT NULL) = 1),
  CHECK ((from_item_id IS NOT NULL) + (from_actor_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX derivation_of_item ON derivation (item_id);
CREATE INDEX derivation_of_actor ON derivation (actor_id);
CREATE INDEX derivation_from_item ON derivation (from_item_id);
CREATE INDEX derivation_from_actor ON derivation (from_actor_id);

-- A preserved copy of an item. The file stands in files/ under its SHA-256.
CREATE TABLE capture (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  item_id INTEGER NOT NULL REFERENCES item (id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0), -- bytes
  media_type TEXT NOT NULL,
  name TEXT NOT NULL, -- file name as it came: metadata, never a path
  captured TEXT NOT NULL, -- instant
  how TEXT NOT NULL, -- 'attached', 'made by us' ...
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  note TEXT, -- for example 'notes, not a copy'
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX capture_of_item ON capture (item_id);
CREATE INDEX capture_of_hash ON capture (sha256);

-- An anchored part of a capture.
CREATE TABLE excerpt (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  capture_id INTEGER NOT NULL REFERENCES capture (id),
  quote TEXT NOT NULL CHECK (quote <> ''),
  language TEXT,
  page TEXT, -- page label as printed
  prefix TEXT,
  suffix TEXT,
  start INTEGER CHECK (start >= 0), -- in Unicode code points of the text of the capture
  stop INTEGER CHECK (stop >= start), -- exclusive
  note TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX excerpt_of_capture ON excerpt (capture_id);

-- What a body that is no party concluded.
CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  name TEXT NOT NULL CHECK (name <> ''),
  body_id INTEGER NOT NULL REFERENCES actor (id),
  item_id INTEGER REFERENCES item (id),
  date TEXT, -- when it became public, EDTF; null = as its item
  standard TEXT, -- its standard of proof, in its words
  position TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  UNIQUE (id, case_id)
) STRICT;
CREATE INDEX finding_of_case ON finding (case_id);
CREATE INDEX finding_of_body ON finding (body_id);
CREATE INDEX finding_of_item ON finding (item_id);

-- A point at issue: one neutral question.
CREATE TABLE point (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  question TEXT NOT NULL CHECK (question <> ''),
  note TEXT,
  position TEXT NOT NULL,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  UNIQUE (id, case_id)
) STRICT;
CREATE INDEX point_of_case ON point (case_id);

-- A checkable assertion by a claimant.
CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  text TEXT NOT NULL CHECK (text <> ''),
  kind TEXT NOT NULL DEFAULT 'factual' CHECK (kind IN ('factual', 'legal', 'prediction', 'opinion', 'position', 'unclear')),
  claimant_id INTEGER REFERENCES actor (id),
  finding_id INTEGER, -- set when a finding makes it: then it belongs to no account
  language TEXT,
  note TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  UNIQUE (id, case_id),
  FOREIGN KEY (finding_id, case_id) REFERENCES finding (id, case_id)
) STRICT;
CREATE INDEX claim_of_case ON claim (case_id);
CREATE INDEX claim_of_finding ON claim (finding_id);
CREATE INDEX claim_of_claimant ON claim (claimant_id);

-- A claim belongs to an account.
CREATE TABLE account_claim (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  account_id INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  FOREIGN KEY (account_id, case_id) REFERENCES account (id, case_id),
  FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
) STRICT;
CREATE INDEX account_claim_of_case ON account_claim (case_id);
CREATE INDEX account_claim_of_account ON account_claim (account_id);
CREATE INDEX account_claim_of_claim ON account_claim (claim_id);

-- An utterance as recorded.
CREATE TABLE statement (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  speaker_id INTEGER NOT NULL REFERENCES actor (id),
  office TEXT, -- in which office, as recorded
  on_behalf_id INTEGER REFERENCES actor (id),
  date TEXT, -- EDTF
  date_words TEXT, -- as written, or 'inferred from the report'
  earliest TEXT, -- instant, when a time of day is known
  latest TEXT, -- instant
  zone TEXT, -- IANA name; null = unknown
  time_words TEXT,
  venue TEXT,
  words TEXT NOT NULL CHECK (words <> ''), -- as printed
  wording TEXT NOT NULL DEFAULT 'paraphrase' CHECK (wording IN ('quotation', 'partial_quotation', 'paraphrase')),
  language TEXT, -- of these words
  spoken_language TEXT, -- null = not recorded
  translation TEXT,
  translation_language TEXT,
  translator TEXT,
  differs_from_id INTEGER, -- an earlier statement of the same side that this one differs from, where an editor said so
  differs_reason TEXT,
  note TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  UNIQUE (id, case_id),
  FOREIGN KEY (differs_from_id, case_id) REFERENCES statement (id, case_id)
) STRICT;
CREATE INDEX statement_of_case ON statement (case_id);
CREATE INDEX statement_of_speaker ON statement (speaker_id);
CREATE INDEX statement_on_behalf ON statement (on_behalf_id);
CREATE INDEX statement_differs ON statement (differs_from_id);

-- What a statement does to a claim.
CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  statement_id INTEGER NOT NULL,
  claim_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('asserts', 'denies', 'reports', 'concedes')),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  FOREIGN KEY (statement_id, case_id) REFERENCES statement (id, case_id),
  FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id)
) STRICT;
CREATE INDEX act_of_case ON act (case_id);
CREATE INDEX act_of_statement ON act (statement_id);
CREATE INDEX act_of_claim ON act (claim_id);

-- A statement in an item.
CREATE TABLE appearance (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  statement_id INTEGER NOT NULL,
  item_id INTEGER NOT NULL REFERENCES item (id),
  excerpt_id INTEGER REFERENCES excerpt (id),
  note TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  UNIQUE (id, case_id),
  FOREIGN KEY (statement_id, case_id) REFERENCES statement (id, case_id)
) STRICT;
CREATE INDEX appearance_of_case ON appearance (case_id);
CREATE INDEX appearance_of_statement ON appearance (statement_id);
CREATE INDEX appearance_of_item ON appearance (item_id);
CREATE INDEX appearance_of_excerpt ON appearance (excerpt_id);

-- One link of the chain of carriers of an appearance, outermost first.
CREATE TABLE carrier (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  appearance_id INTEGER NOT NULL,
  actor_id INTEGER NOT NULL REFERENCES actor (id),
  position TEXT NOT NULL,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  FOREIGN KEY (appearance_id, case_id) REFERENCES appearance (id, case_id)
) STRICT;
CREATE INDEX carrier_of_case ON carrier (case_id);
CREATE INDEX carrier_of_appearance ON carrier (appearance_id);
CREATE INDEX carrier_of_actor ON carrier (actor_id);

-- What a claim says to a point.
CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  claim_id INTEGER NOT NULL,
  point_id INTEGER NOT NULL,
  kind TEXT NOT NULL DEFAULT 'value' CHECK (kind IN ('value', 'denial', 'refusal')),
  value TEXT, -- the short answer; a denial or refusal may have none
  statement_id INTEGER, -- the statement it stands in; null = the earliest one that asserts the claim
  note TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  UNIQUE (id, case_id),
  CHECK (kind <> 'value' OR (value IS NOT NULL AND value <> '')),
  FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id),
  FOREIGN KEY (point_id, case_id) REFERENCES point (id, case_id),
  FOREIGN KEY (statement_id, case_id) REFERENCES statement (id, case_id)
) STRICT;
CREATE INDEX answer_of_case ON answer (case_id);
CREATE INDEX answer_of_claim ON answer (claim_id);
CREATE INDEX answer_of_point ON answer (point_id);

-- An editor found that an account says nothing on a point.
CREATE TABLE silence (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  account_id INTEGER NOT NULL,
  point_id INTEGER NOT NULL,
  looked TEXT NOT NULL CHECK (looked <> ''), -- where they looked
  until TEXT NOT NULL, -- up to when, EDTF
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  FOREIGN KEY (account_id, case_id) REFERENCES account (id, case_id),
  FOREIGN KEY (point_id, case_id) REFERENCES point (id, case_id)
) STRICT;
CREATE INDEX silence_of_case ON silence (case_id);
CREATE INDEX silence_of_point ON silence (point_id);
CREATE INDEX silence_of_account ON silence (account_id);

-- An editor compared two answers to one point. Added, never changed.
CREATE TABLE comparison (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  answer_id INTEGER NOT NULL,
  other_id INTEGER NOT NULL,
  relation TEXT CHECK (relation IN ('same', 'compatible', 'contradict')), -- null = withdrawn
  reason TEXT NOT NULL CHECK (reason <> ''),
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  supersedes_id INTEGER REFERENCES comparison (id),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  CHECK (answer_id <> other_id),
  FOREIGN KEY (answer_id, case_id) REFERENCES answer (id, case_id),
  FOREIGN KEY (other_id, case_id) REFERENCES answer (id, case_id)
) STRICT;
CREATE INDEX comparison_of_case ON comparison (case_id);
CREATE INDEX comparison_of_answer ON comparison (answer_id);
CREATE INDEX comparison_of_other ON comparison (other_id);
CREATE INDEX comparison_supersedes ON comparison (supersedes_id);

-- How far an actor can be trusted as a source (Admiralty A-F). Added, never changed.
CREATE TABLE reliability (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  actor_id INTEGER NOT NULL REFERENCES actor (id),
  grade TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D', 'E', 'F')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  supersedes_id INTEGER REFERENCES reliability (id),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX reliability_of_actor ON reliability (actor_id);
CREATE INDEX reliability_supersedes ON reliability (supersedes_id);

-- How an item, excerpt or claim bears on a claim, account, item or other link.
CREATE TABLE evidence_link (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  from_item_id INTEGER REFERENCES item (id),
  from_excerpt_id INTEGER REFERENCES excerpt (id),
  from_claim_id INTEGER,
  to_claim_id INTEGER,
  to_account_id INTEGER,
  to_item_id INTEGER REFERENCES item (id),
  to_link_id INTEGER,
  note TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  UNIQUE (id, case_id),
  CHECK ((from_item_id IS NOT NULL) + (from_excerpt_id IS NOT NULL) + (from_claim_id IS NOT NULL) = 1),
  CHECK ((to_claim_id IS NOT NULL) + (to_account_id IS NOT NULL) + (to_item_id IS NOT NULL) + (to_link_id IS NOT NULL) = 1),
  FOREIGN KEY (from_claim_id, case_id) REFERENCES claim (id, case_id),
  FOREIGN KEY (to_claim_id, case_id) REFERENCES claim (id, case_id),
  FOREIGN KEY (to_account_id, case_id) REFERENCES account (id, case_id),
  FOREIGN KEY (to_link_id, case_id) REFERENCES evidence_link (id, case_id)
) STRICT;
CREATE INDEX evidence_link_of_case ON evidence_link (case_id);
CREATE INDEX evidence_link_from_item ON evidence_link (from_item_id);
CREATE INDEX evidence_link_from_excerpt ON evidence_link (from_excerpt_id);
CREATE INDEX evidence_link_from_claim ON evidence_link (from_claim_id);
CREATE INDEX evidence_link_to_claim ON evidence_link (to_claim_id);
CREATE INDEX evidence_link_to_account ON evidence_link (to_account_id);
CREATE INDEX evidence_link_to_item ON evidence_link (to_item_id);
CREATE INDEX evidence_link_to_link ON evidence_link (to_link_id);

-- One editor's stance on a link. Added, never changed; null = withdrawn, which reads as unrated.
CREATE TABLE stance (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  link_id INTEGER NOT NULL,
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  value TEXT CHECK (value IN ('strongly_supports', 'supports', 'neutral', 'contradicts', 'strongly_contradicts', 'not_applicable')),
  note TEXT,
  supersedes_id INTEGER REFERENCES stance (id),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  FOREIGN KEY (link_id, case_id) REFERENCES evidence_link (id, case_id)
) STRICT;
CREATE INDEX stance_of_case ON stance (case_id);
CREATE INDEX stance_of_link ON stance (link_id);
CREATE INDEX stance_supersedes ON stance (supersedes_id);

-- The desk's relevance of a link. Added, never changed; null = unset.
CREATE TABLE relevance (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  link_id INTEGER NOT NULL,
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  value TEXT CHECK (value IN ('low', 'medium', 'high')),
  supersedes_id INTEGER REFERENCES relevance (id),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  FOREIGN KEY (link_id, case_id) REFERENCES evidence_link (id, case_id)
) STRICT;
CREATE INDEX relevance_of_case ON relevance (case_id);
CREATE INDEX relevance_of_link ON relevance (link_id);
CREATE INDEX relevance_supersedes ON relevance (supersedes_id);

-- The desk's credibility of the information of a link (Admiralty 1-6). Added, never changed; null = unset.
CREATE TABLE credibility (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  link_id INTEGER NOT NULL,
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  value INTEGER CHECK (value BETWEEN 1 AND 6),
  supersedes_id INTEGER REFERENCES credibility (id),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  FOREIGN KEY (link_id, case_id) REFERENCES evidence_link (id, case_id)
) STRICT;
CREATE INDEX credibility_of_case ON credibility (case_id);
CREATE INDEX credibility_of_link ON credibility (link_id);
CREATE INDEX credibility_supersedes ON credibility (supersedes_id);

-- A versioned rating scale. A change makes a new version, which names the one it supersedes.
CREATE TABLE scale (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  name TEXT NOT NULL CHECK (name <> ''),
  version INTEGER NOT NULL CHECK (version >= 1),
  description TEXT,
  for_law INTEGER NOT NULL DEFAULT 0 CHECK (for_law IN (0, 1)), -- 1 = made for legal claims, and only for these
  preset INTEGER NOT NULL DEFAULT 0 CHECK (preset IN (0, 1)),
  supersedes_id INTEGER REFERENCES scale (id),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;

-- A label of a scale, best supported first. A label without a number stands outside the order.
CREATE TABLE scale_label (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  scale_id INTEGER NOT NULL REFERENCES scale (id),
  name TEXT NOT NULL CHECK (name <> ''),
  number INTEGER CHECK (number >= 1),
  meaning TEXT,
  position TEXT NOT NULL,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  UNIQUE (id, scale_id)
) STRICT;
CREATE INDEX scale_label_of_scale ON scale_label (scale_id);

-- One editor's rating of a claim. Added, never changed.
CREATE TABLE assessment (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  claim_id INTEGER NOT NULL,
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  scale_id INTEGER NOT NULL REFERENCES scale (id),
  label_id INTEGER NOT NULL,
  likelihood TEXT CHECK (likelihood IN ('almost_no_chance', 'very_unlikely', 'unlikely', 'roughly_even_chance', 'likely', 'very_likely', 'almost_certain')),
  confidence TEXT CHECK (confidence IN ('low', 'moderate', 'high')),
  evidence_until TEXT NOT NULL, -- a day, YYYY-MM-DD: evidence up to then was weighed
  rationale TEXT NOT NULL CHECK (rationale <> ''), -- Markdown; [@uuid] cites an excerpt or item
  would_change TEXT, -- what would change it
  supersedes_id INTEGER REFERENCES assessment (id),
  supersede_reason TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  UNIQUE (id, case_id),
  CHECK (supersedes_id IS NULL OR (supersede_reason IS NOT NULL AND supersede_reason <> '')),
  FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id),
  FOREIGN KEY (label_id, scale_id) REFERENCES scale_label (id, scale_id)
) STRICT;
CREATE INDEX assessment_of_case ON assessment (case_id);
CREATE INDEX assessment_of_claim ON assessment (claim_id);
CREATE INDEX assessment_supersedes ON assessment (supersedes_id);

-- A second reading of an assessment by another editor. Added, never changed.
CREATE TABLE second_reading (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  assessment_id INTEGER NOT NULL,
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  outcome TEXT NOT NULL CHECK (outcome IN ('agrees', 'disagrees')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  FOREIGN KEY (assessment_id, case_id) REFERENCES assessment (id, case_id)
) STRICT;
CREATE INDEX second_reading_of_case ON second_reading (case_id);
CREATE INDEX second_reading_of_assessment ON second_reading (assessment_id);

-- The assessment that the desk stands behind. Added, never changed; one that supersedes another is a correction.
CREATE TABLE verdict (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  assessment_id INTEGER NOT NULL,
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  supersedes_id INTEGER REFERENCES verdict (id),
  reason TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  CHECK (supersedes_id IS NULL OR (reason IS NOT NULL AND reason <> '')),
  FOREIGN KEY (assessment_id, case_id) REFERENCES assessment (id, case_id)
) STRICT;
CREATE INDEX verdict_of_case ON verdict (case_id);
CREATE INDEX verdict_of_assessment ON verdict (assessment_id);
CREATE INDEX verdict_supersedes ON verdict (supersedes_id);

-- A recorded look for evidence.
CREATE TABLE inquiry (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  account_id INTEGER,
  claim_id INTEGER,
  point_id INTEGER,
  sought TEXT NOT NULL CHECK (sought <> ''), -- what was looked for
  looked TEXT, -- where
  date TEXT, -- when, EDTF
  outcome TEXT NOT NULL CHECK (outcome IN ('found', 'not_found')),
  note TEXT, -- what was found, or what should exist and does not
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  FOREIGN KEY (account_id, case_id) REFERENCES account (id, case_id),
  FOREIGN KEY (claim_id, case_id) REFERENCES claim (id, case_id),
  FOREIGN KEY (point_id, case_id) REFERENCES point (id, case_id)
) STRICT;
CREATE INDEX inquiry_of_case ON inquiry (case_id);

-- Right of reply: a party was asked, and what it answered.
CREATE TABLE reply (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  actor_id INTEGER NOT NULL REFERENCES actor (id),
  asked TEXT, -- when, EDTF
  asked_how TEXT,
  answered TEXT, -- when, EDTF; null = no answer recorded
  words TEXT,
  language TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX reply_of_case ON reply (case_id);
CREATE INDEX reply_of_actor ON reply (actor_id);

-- A published report: one position of the history, numbered. Numbers carry the device and are never reused.
CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  number TEXT NOT NULL,
  operation TEXT NOT NULL, -- uuid of the operation at which the case is shown
  known_by TEXT, -- a day
  sections TEXT NOT NULL, -- JSON array of section names, in order
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  supersedes_id INTEGER REFERENCES report (id),
  reason TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  UNIQUE (id, case_id),
  CHECK (supersedes_id IS NULL OR (reason IS NOT NULL AND reason <> ''))
) STRICT;
CREATE INDEX report_of_case ON report (case_id);
CREATE INDEX report_supersedes ON report (supersedes_id);

-- One file of a published report.
CREATE TABLE report_file (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  report_id INTEGER NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('html', 'pdf', 'md', 'claimreview', 'json', 'csv')),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  FOREIGN KEY (report_id, case_id) REFERENCES report (id, case_id)
) STRICT;
CREATE INDEX report_file_of_case ON report_file (case_id);
CREATE INDEX report_file_of_report ON report_file (report_id);

-- A device that writes a chain into this ledger.
CREATE TABLE device (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  name TEXT NOT NULL, -- short label, printed in report numbers
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;

-- A migration that made this file what it is, with its text.
CREATE TABLE migration (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  number INTEGER NOT NULL CHECK (number >= 1),
  text TEXT NOT NULL,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;

-- An erasure names each change whose images it took away; seq 0 is the operation's reason.
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  operation TEXT NOT NULL CHECK (length(operation) = 36), -- the operation whose image is gone
  seq INTEGER NOT NULL CHECK (seq >= 0),
  was TEXT NOT NULL CHECK (was IN ('added', 'changed', 'removed', 'reason')), -- what the change did to its row, which the missing images no longer tell
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX erasure_of_change ON erasure (operation, seq);

-- History: one recorded change of the desk. See docs/file-format.md for the hashes.
CREATE TABLE operation (
  id INTEGER PRIMARY KEY, -- position in this file
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  device TEXT NOT NULL, -- uuid
  n INTEGER NOT NULL CHECK (n >= 1), -- position in the device's chain
  prev TEXT NOT NULL CHECK (length(prev) = 64), -- hash of operation n - 1 of the device; 64 zeros for the first
  seen TEXT NOT NULL, -- JSON: heads of other devices known then
  time TEXT NOT NULL, -- instant
  editor TEXT, -- uuid; null for what the app did by itself
  name TEXT NOT NULL, -- the command, for example 'claim.add'
  kind TEXT NOT NULL CHECK (kind IN ('act', 'background', 'undo', 'redo', 'erase')), -- undo takes back acts only; a background operation does not empty redo
  reason TEXT,
  reason_salt TEXT,
  reason_hash TEXT,
  undoes TEXT, -- uuid of the operation that this one takes back (undo), or of the undo that it takes back (redo)
  schema INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (length(body) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  CHECK ((undoes IS NOT NULL) = (kind IN ('undo', 'redo')))
) STRICT;
CREATE UNIQUE INDEX operation_in_chain ON operation (device, n);
CREATE INDEX operation_undoes ON operation (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX operation_at ON operation (time);

-- History: one row changed by an operation. before null = added; after null = removed; both null = erased.
CREATE TABLE change (
  operation_id INTEGER NOT NULL REFERENCES operation (id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  table_name TEXT NOT NULL,
  row_uuid TEXT NOT NULL,
  case_uuid TEXT,
  before TEXT,
  after TEXT,
  salt TEXT, -- 16 bytes as hex; null once erased
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  PRIMARY KEY (operation_id, seq)
) STRICT;
CREATE INDEX change_of_row ON change (row_uuid, operation_id, seq);
CREATE INDEX change_of_case ON change (case_uuid, operation_id) WHERE case_uuid IS NOT NULL;
