-- Derived tables: rebuilt from the others by one command, never under history.
-- Dropped and made anew when this text changes: x_made holds its number.
CREATE TABLE x_made (number INTEGER NOT NULL) STRICT;

-- One searchable record: a case with its spellings, a claim, a statement, an actor with its names, an item. Higher id is newer.
CREATE TABLE x_doc (
  id INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_uuid TEXT NOT NULL,
  case_uuid TEXT,
  name TEXT NOT NULL, -- the label
  folded TEXT NOT NULL -- its texts, folded as fold.rs says
) STRICT;
CREATE UNIQUE INDEX x_doc_of_row ON x_doc (row_uuid, table_name);

-- Words, found by how they begin.
CREATE VIRTUAL TABLE x_words USING fts5 (folded, content = 'x_doc', content_rowid = 'id', prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");

-- Parts of words, three characters and more.
CREATE VIRTUAL TABLE x_parts USING fts5 (folded, content = 'x_doc', content_rowid = 'id', tokenize = 'trigram');

-- Which rows without a case were ever part of which: names of an actor, captures of an item. as_of finds with it what was there once.
CREATE TABLE x_of (
  parent_uuid TEXT NOT NULL,
  row_uuid TEXT NOT NULL,
  table_name TEXT NOT NULL,
  PRIMARY KEY (parent_uuid, row_uuid)
) STRICT, WITHOUT ROWID;

-- What items are compared by: their addresses, DOI or ISBN, and titles, each in one spelling.
CREATE TABLE x_same (
  what TEXT NOT NULL, -- url, number or title
  key TEXT NOT NULL,
  item_uuid TEXT NOT NULL,
  PRIMARY KEY (what, key, item_uuid)
) STRICT, WITHOUT ROWID;
CREATE INDEX x_same_of_item ON x_same (item_uuid);

-- An excerpt in the library: quote, translation, label and note, folded. Higher id is newer.
CREATE TABLE x_excerpt (
  id INTEGER PRIMARY KEY,
  row_uuid TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL
) STRICT;

-- Their words, found by how they begin.
CREATE VIRTUAL TABLE x_words_of_excerpts USING fts5 (folded, content = 'x_excerpt', content_rowid = 'id', prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");

-- Parts of these words, three characters and more.
CREATE VIRTUAL TABLE x_parts_of_excerpts USING fts5 (folded, content = 'x_excerpt', content_rowid = 'id', tokenize = 'trigram');
