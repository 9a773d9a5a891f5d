-- Counterclaim ledger, format 3: where a copy came from, attempts to fetch a page, texts and metadata out of copies, checks of pictures, excerpts of pictures and recordings, translations with their standing. It only adds.

-- Whose archive holds the archived copy at archive_url.
ALTER TABLE item ADD COLUMN archive TEXT CHECK (archive IN ('wayback', 'perma', 'archive_today', 'other'));

-- Where a capture came from, and what it is of its item.
ALTER TABLE capture ADD COLUMN address TEXT; -- asked for; null = it came as a file
ALTER TABLE capture ADD COLUMN final_address TEXT; -- where redirects led
ALTER TABLE capture ADD COLUMN tool TEXT; -- name and version
ALTER TABLE capture ADD COLUMN reason TEXT; -- why it was saved
ALTER TABLE capture ADD COLUMN part TEXT CHECK (part IN ('original', 'archive', 'page', 'text', 'picture')); -- null = original
ALTER TABLE capture ADD COLUMN made_from_id INTEGER REFERENCES capture (id); -- the capture that it was made from
ALTER TABLE capture ADD COLUMN pdq TEXT CHECK (length(pdq) = 64); -- perceptual hash of a picture, in hex digits
ALTER TABLE capture ADD COLUMN pdq_quality INTEGER CHECK (pdq_quality BETWEEN 0 AND 100);
CREATE INDEX capture_made_from ON capture (made_from_id);
CREATE INDEX capture_by_pdq ON capture (pdq) WHERE pdq IS NOT NULL;

-- What an excerpt is of: words, a region of a page or picture, or a time span of a recording. For the last two, the quote is what is seen or heard there.
ALTER TABLE excerpt ADD COLUMN kind TEXT NOT NULL DEFAULT 'text' CHECK (kind IN ('text', 'region', 'time'));
ALTER TABLE excerpt ADD COLUMN page_number INTEGER CHECK (page_number >= 1); -- counted from 1
ALTER TABLE excerpt ADD COLUMN region TEXT; -- W3C media fragment: xywh=percent:x,y,w,h
ALTER TABLE excerpt ADD COLUMN from_ms INTEGER CHECK (from_ms >= 0); -- milliseconds
ALTER TABLE excerpt ADD COLUMN to_ms INTEGER CHECK (to_ms >= from_ms);
ALTER TABLE excerpt ADD COLUMN text_sha256 TEXT CHECK (length(text_sha256) = 64); -- of the text that it was anchored on
ALTER TABLE excerpt ADD COLUMN colour TEXT CHECK (colour IN ('yellow', 'green', 'blue', 'red', 'violet'));
ALTER TABLE excerpt ADD COLUMN label TEXT;
ALTER TABLE excerpt ADD COLUMN translation TEXT;
ALTER TABLE excerpt ADD COLUMN translation_language TEXT;
ALTER TABLE excerpt ADD COLUMN translator TEXT;
ALTER TABLE excerpt ADD COLUMN translation_status TEXT CHECK (translation_status IN ('draft', 'checked'));

-- Where a statement's translation stands; null = not recorded.
ALTER TABLE statement ADD COLUMN translation_status TEXT CHECK (translation_status IN ('draft', 'checked'));

-- One attempt to get a page of the web.
CREATE TABLE fetch (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  item_id INTEGER NOT NULL REFERENCES item (id),
  address TEXT NOT NULL CHECK (address <> ''), -- asked for
  final_address TEXT, -- where redirects led
  started TEXT NOT NULL, -- instant
  ended TEXT, -- instant
  state TEXT NOT NULL CHECK (state IN ('kept', 'failed', 'refused', 'cancelled')),
  problem TEXT, -- code of what went wrong
  capture_id INTEGER REFERENCES capture (id), -- the archive that was kept
  reason TEXT, -- why it was wanted
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX fetch_of_item ON fetch (item_id);
CREATE INDEX fetch_of_capture ON fetch (capture_id);
CREATE INDEX fetch_of_editor ON fetch (editor_id);

-- The text that was read out of a capture: a file in files/ under its SHA-256. The latest one is what excerpts are placed in.
CREATE TABLE capture_text (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  capture_id INTEGER NOT NULL REFERENCES capture (id),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0), -- bytes
  tool TEXT NOT NULL CHECK (tool <> ''), -- name and version
  made TEXT NOT NULL, -- instant
  pages INTEGER CHECK (pages >= 1), -- null = it has none, or they were not counted
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX capture_text_of_capture ON capture_text (capture_id);
CREATE INDEX capture_text_of_hash ON capture_text (sha256);

-- A value that a capture says of itself, as found.
CREATE TABLE metadata (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  capture_id INTEGER NOT NULL REFERENCES capture (id),
  origin TEXT NOT NULL CHECK (origin IN ('json_ld', 'highwire', 'open_graph', 'dublin_core', 'page', 'pdf_info', 'exif', 'iptc', 'xmp', 'c2pa', 'message', 'document')),
  name TEXT NOT NULL CHECK (name <> ''),
  value TEXT NOT NULL,
  sensitive INTEGER NOT NULL DEFAULT 0 CHECK (sensitive IN (0, 1)), -- 1 = can point at a person or place
  withheld INTEGER NOT NULL DEFAULT 0 CHECK (withheld IN (0, 1)), -- 1 = left out of what is exported, which says so
  tool TEXT NOT NULL CHECK (tool <> ''), -- name and version
  read TEXT NOT NULL, -- instant
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT
) STRICT;
CREATE INDEX metadata_of_capture ON metadata (capture_id);

-- A check of a picture that an editor did by hand, with its result: a file in files/, or a note alone.
CREATE TABLE picture_check (
  id INTEGER PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
  capture_id INTEGER NOT NULL REFERENCES capture (id),
  kind TEXT NOT NULL CHECK (kind IN ('magnifier', 'error_level', 'histogram', 'thumbnail', 'reverse_search', 'credentials')),
  made TEXT NOT NULL, -- instant
  editor_id INTEGER NOT NULL REFERENCES editor (id),
  settings TEXT, -- JSON
  sha256 TEXT CHECK (length(sha256) = 64),
  media_type TEXT,
  size INTEGER CHECK (size >= 0), -- bytes
  note TEXT,
  trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
  erased TEXT,
  CHECK ((sha256 IS NULL) = (size IS NULL))
) STRICT;
CREATE INDEX picture_check_of_capture ON picture_check (capture_id);
CREATE INDEX picture_check_of_editor ON picture_check (editor_id);
