-- Why: the first shape of a project file: who codes, what is coded, with what, and everything that was ever done.
--
-- Every table of the study has an integer `id` for speed inside the file and a `guid` that stays the same for
-- life and through every exchange. No REAL and no BLOB columns in tables that the history covers: their rows
-- travel through JSON and must come back byte for byte. Nothing cascades: what is removed is removed by name,
-- so that the history sees every row. Offsets are UTF-16 code units into the canonical text, half-open.

CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  guid TEXT NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL CHECK (language IN ('id', 'en')),
  fictional INTEGER NOT NULL DEFAULT 0 CHECK (fictional IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

-- Counts changes. Apart from `project`, because undo must never turn it back.
CREATE TABLE revision (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  number INTEGER NOT NULL
) STRICT;

-- Remembered by the file itself, outside the history: the current coder, the last backup.
CREATE TABLE project_setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE coder (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  initials TEXT NOT NULL DEFAULT '',
  color TEXT NOT NULL DEFAULT '#5b6470',
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE study_case (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL
) STRICT;

-- The file a document was imported from, kept as it was. Never changed, so the history need not hold it.
CREATE TABLE original_file (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('interview', 'observation', 'document', 'field-note', 'other')),
  description TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  date TEXT,
  place TEXT NOT NULL DEFAULT '',
  case_id INTEGER REFERENCES study_case (id),
  original_id INTEGER REFERENCES original_file (id),
  original_name TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL,
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

CREATE INDEX document_by_case ON document (case_id);
CREATE INDEX document_by_original ON document (original_id);

-- The canonical text. Edits are kept in the history as splices, not as copies of the text.
-- The text stands last: what stands behind it could only be read by following it through all its pages.
CREATE TABLE document_text (
  id INTEGER PRIMARY KEY REFERENCES document (id),
  characters INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- Derived from the text, written with it: where its paragraphs, sentences and words begin and end, each as
-- gap and length, gap and length, in LEB128.
CREATE TABLE text_structure (
  id INTEGER PRIMARY KEY REFERENCES document (id),
  paragraphs BLOB NOT NULL,
  sentences BLOB NOT NULL,
  words BLOB NOT NULL
) STRICT;

CREATE TABLE variable (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  type TEXT NOT NULL CHECK (type IN ('Text', 'Boolean', 'Integer', 'Float', 'Date', 'DateTime')),
  scope TEXT NOT NULL CHECK (scope IN ('case', 'document')),
  choices TEXT NOT NULL DEFAULT '[]',
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE variable_value (
  id INTEGER PRIMARY KEY,
  variable_id INTEGER NOT NULL REFERENCES variable (id),
  case_id INTEGER REFERENCES study_case (id),
  document_id INTEGER REFERENCES document (id),
  value TEXT NOT NULL,
  CHECK ((case_id IS NULL) <> (document_id IS NULL))
) STRICT;

CREATE UNIQUE INDEX variable_value_of_case ON variable_value (variable_id, case_id) WHERE case_id IS NOT NULL;
CREATE UNIQUE INDEX variable_value_of_document ON variable_value (variable_id, document_id)
  WHERE document_id IS NOT NULL;
CREATE INDEX variable_value_by_case ON variable_value (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX variable_value_by_document ON variable_value (document_id) WHERE document_id IS NOT NULL;

CREATE TABLE code (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  parent_id INTEGER REFERENCES code (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  color TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  include_rule TEXT NOT NULL DEFAULT '',
  exclude_rule TEXT NOT NULL DEFAULT '',
  typical_example TEXT NOT NULL DEFAULT '',
  counter_example TEXT NOT NULL DEFAULT '',
  kind TEXT,
  codable INTEGER NOT NULL DEFAULT 1 CHECK (codable IN (0, 1)),
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

CREATE INDEX code_by_parent ON code (parent_id, position);

-- SG1, SG4: only an orphan has no words.
CREATE TABLE coding (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document (id),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  code_id INTEGER NOT NULL REFERENCES code (id),
  coder_id INTEGER REFERENCES coder (id),
  quote TEXT NOT NULL,
  weight INTEGER CHECK (weight BETWEEN 0 AND 100),
  state TEXT NOT NULL DEFAULT 'kept' CHECK (state IN ('kept', 'changed', 'orphaned')),
  former_quote TEXT,
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  CHECK (start_offset >= 0 AND (end_offset > start_offset OR (state = 'orphaned' AND end_offset = start_offset)))
) STRICT;

-- Covers what analyses read, in the order in which they read it.
CREATE INDEX coding_by_place ON coding (document_id, start_offset, end_offset, code_id, coder_id, state);
CREATE INDEX coding_by_code ON coding (code_id, document_id, state);
CREATE INDEX coding_by_coder ON coding (coder_id);
CREATE INDEX coding_to_review ON coding (document_id) WHERE state <> 'kept';

CREATE TABLE memo (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL,
  kind TEXT NOT NULL,
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL,
  checksum INTEGER NOT NULL
) STRICT;

-- What a memo is about: anything that has a guid, the project itself, or a passage of a document.
CREATE TABLE memo_target (
  id INTEGER PRIMARY KEY,
  memo_id INTEGER NOT NULL REFERENCES memo (id),
  kind TEXT NOT NULL
    CHECK (kind IN ('project', 'document', 'code', 'coding', 'case', 'variable', 'coder', 'passage')),
  target_guid TEXT NOT NULL,
  document_id INTEGER REFERENCES document (id),
  start_offset INTEGER,
  end_offset INTEGER,
  quote TEXT,
  CHECK ((kind = 'passage') = (document_id IS NOT NULL AND start_offset IS NOT NULL AND end_offset IS NOT NULL))
) STRICT;

CREATE INDEX memo_target_by_memo ON memo_target (memo_id);
CREATE INDEX memo_target_by_object ON memo_target (target_guid, kind);
CREATE INDEX memo_target_by_passage ON memo_target (document_id, start_offset) WHERE document_id IS NOT NULL;

-- HI1–HI6: one group a command, its rows before and after. `chain` hashes the group and its predecessor.
CREATE TABLE history_group (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  coder_guid TEXT,
  coder_name TEXT,
  method TEXT NOT NULL,
  label_key TEXT NOT NULL,
  label_params TEXT NOT NULL,
  place TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target_sequence INTEGER,
  undone_by INTEGER,
  request_id TEXT UNIQUE,
  answer TEXT,
  chain TEXT NOT NULL
) STRICT;

CREATE INDEX history_group_undone ON history_group (undone_by) WHERE undone_by IS NOT NULL;
CREATE INDEX history_group_done ON history_group (sequence) WHERE kind = 'do' AND undone_by IS NULL;

CREATE TABLE history_change (
  id INTEGER PRIMARY KEY,
  group_sequence INTEGER NOT NULL REFERENCES history_group (sequence),
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete', 'splice')),
  before_row TEXT,
  after_row TEXT
) STRICT;

CREATE INDEX history_change_by_group ON history_change (group_sequence);
