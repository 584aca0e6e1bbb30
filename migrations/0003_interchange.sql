-- Why: a study that came from another program holds things Simpul cannot show yet: pictures, recordings and films
-- with their coded regions, areas of PDF pages, sets, graphs, links between any two things. An exchange must lose
-- nothing, so they are kept as they came and go out again; and what each exchange did stays on record.

-- A part of an exchanged project in the words of the standard (REFI-QDA 1.5): the element with its attributes and
-- children, as JSON. Where Simpul has a row of its own for it (`shown`), that row is the truth and the part only
-- says what the row cannot. Offsets into texts that may be edited stand in `passage`, under the same guid.
CREATE TABLE kept_part (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  guid TEXT NOT NULL,
  -- The part inside which it stands, where that is one of its own: a selection in its source.
  owner_guid TEXT,
  position INTEGER NOT NULL,
  shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
  data TEXT NOT NULL,
  UNIQUE (kind, guid)
) STRICT;

CREATE INDEX kept_part_by_owner ON kept_part (owner_guid, position) WHERE owner_guid IS NOT NULL;

-- A file that a kept part refers to by name. Its bytes stand once, under their hash.
CREATE TABLE kept_file (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  original_id INTEGER NOT NULL REFERENCES original_file (id)
) STRICT;

CREATE INDEX kept_file_by_original ON kept_file (original_id);

-- What an import or export carried over, changed and left out, item by item: the standard asks for it.
CREATE TABLE import_report (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('import', 'export')),
  file TEXT NOT NULL,
  format TEXT NOT NULL,
  origin TEXT NOT NULL DEFAULT '',
  data TEXT NOT NULL
) STRICT;
