-- Why: searches answer while a person types, in studies of any size, and those worth keeping are kept.
--
-- The index of words belongs to a text by its hash, not to a document: so no edit, undo or restored document can make
-- it wrong, only unneeded. It is derived, stands outside the history, and may be missing for any text: what is not
-- indexed is read. Not SQLite's full-text index: that one takes words apart differently than Simpul counts them,
-- overlooks the signs between the words of a phrase, knows no place in UTF-16, and finds no part of a word.

CREATE TABLE search_index (
  id INTEGER PRIMARY KEY,
  -- Of the text.
  sha256 TEXT NOT NULL UNIQUE,
  -- Every word once, as written, one a line.
  words TEXT NOT NULL,
  -- Where each stands: bytes a word takes, then its places (LEB128).
  postings BLOB NOT NULL
) STRICT;

CREATE TABLE saved_search (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  -- What is looked for, and where, as JSON.
  settings TEXT NOT NULL,
  position INTEGER NOT NULL,
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;
