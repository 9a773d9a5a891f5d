-- Counterclaim ledger, format 2: events, checklists, the custody log, archived cases, blind second readings, the house's logo, the language of a report, the deadline of a reply. It only adds.

-- Something that happened and stands on the timeline of a case, beside what was said of it.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  name TEXT NOT NULL CHECK (name <> ''), -- what happened, in neutral words
  date TEXT, -- EDTF
  date_words TEXT, -- as written
  earliest TEXT, -- instant, when a time of day is known
  latest TEXT, -- instant
  zone TEXT, -- IANA name; null = unknown
  time_words TEXT,
  place TEXT,
  item_id INTEGER REFERENCES item (id), -- the source
  note TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX event_of_case ON event (case_id);
CREATE INDEX event_of_item ON event (item_id);

-- A line of the checklist that an editor goes through before a report is published.
CREATE TABLE checklist_line (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER NOT NULL REFERENCES "case" (id),
  text TEXT NOT NULL CHECK (text <> ''),
  commitment TEXT CHECK (commitment IN ('nonpartisanship', 'sources', 'funding', 'methodology', 'corrections')), -- of the IFCN Code of Principles; null = the desk's own
  done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
  note TEXT,
  position TEXT NOT NULL,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX checklist_line_of_case ON checklist_line (case_id);

-- A preserved file was handed out: a line of the custody log. One for each case that the file stands in, and one without a case if it stands in none.
CREATE TABLE handing_out (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  case_id INTEGER REFERENCES "case" (id),
  capture_id INTEGER NOT NULL REFERENCES capture (id),
  how TEXT NOT NULL CHECK (how IN ('bag', 'copy')),
  name TEXT NOT NULL CHECK (name <> ''), -- of the bag, or of the copy: never a path
  handed TEXT NOT NULL, -- instant
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX handing_out_of_case ON handing_out (case_id);
CREATE INDEX handing_out_of_capture ON handing_out (capture_id);
CREATE INDEX handing_out_of_editor ON handing_out (editor_id);

-- 1 = the case is put aside: kept as it is, and out of the list.
ALTER TABLE "case" ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));

-- The second reader's own rating of the claim, made before the first was uncovered: a blind reading. Of the same claim.
ALTER TABLE second_reading ADD COLUMN own_assessment_id INTEGER REFERENCES assessment (id);
CREATE INDEX second_reading_own ON second_reading (own_assessment_id);

-- The house's logo: a picture in files/ under its SHA-256.
ALTER TABLE house ADD COLUMN logo_sha256 TEXT CHECK (length(logo_sha256) = 64);
ALTER TABLE house ADD COLUMN logo_media_type TEXT CHECK (logo_media_type IN ('image/png', 'image/jpeg', 'image/webp'));

-- The language of a published report's own words (BCP 47); null = English, the one there was in format 1.
ALTER TABLE report ADD COLUMN language TEXT;

-- The history is asked for by editor and by kind of command; row numbers stand in the order of the operations.
CREATE INDEX operation_by_editor ON operation (editor);
CREATE INDEX operation_by_name ON operation (name);

-- By when an answer was asked for, EDTF; null = no day was named.
ALTER TABLE reply ADD COLUMN deadline TEXT;
