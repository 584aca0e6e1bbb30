-- Why: what a transcript holds beside its codings: links between passages, the questions of the interview guide
-- and where they are asked, who speaks, the recording it was made from, and names for states of its text.
--
-- A `passage` is a place in a text that follows every edit by the rules ED1–ED10, as codings do. What stands at
-- it refers to it. A passage whose words were all removed stays, with no width and its last words, until undo
-- brings them back or a person removes it.

CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document (id),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL,
  CHECK (start_offset >= 0 AND end_offset >= start_offset)
) STRICT;

CREATE INDEX passage_by_place ON passage (document_id, start_offset);

-- A statement about two passages: the first contradicts, explains, … the second.
CREATE TABLE passage_link (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  from_passage_id INTEGER NOT NULL REFERENCES passage (id),
  to_passage_id INTEGER NOT NULL REFERENCES passage (id),
  note TEXT NOT NULL DEFAULT '',
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

CREATE INDEX passage_link_from ON passage_link (from_passage_id);
CREATE INDEX passage_link_to ON passage_link (to_passage_id);

-- The interview guide of the study, in its order.
CREATE TABLE guide_question (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  wording TEXT NOT NULL DEFAULT ''
) STRICT;

-- Where a question of the guide is asked in a transcript. Its section reaches to the next one.
CREATE TABLE guide_section (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  question_id INTEGER NOT NULL REFERENCES guide_question (id),
  passage_id INTEGER NOT NULL REFERENCES passage (id)
) STRICT;

CREATE INDEX guide_section_by_question ON guide_section (question_id);
CREATE INDEX guide_section_by_passage ON guide_section (passage_id);

-- What is known of a speaker beyond the label that opens the turns. The turns themselves follow from the text.
CREATE TABLE speaker (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL DEFAULT 'informant' CHECK (role IN ('interviewer', 'informant', 'other')),
  color TEXT,
  case_id INTEGER REFERENCES study_case (id)
) STRICT;

CREATE INDEX speaker_by_case ON speaker (case_id) WHERE case_id IS NOT NULL;

-- A recording is kept beside the project under the hash of its bytes: an hour of sound would make every backup slow.
CREATE TABLE audio (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  -- Milliseconds to add to a time stamp of the text to get the place in the recording.
  time_shift INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT;

CREATE INDEX audio_by_document ON audio (document_id);

-- A name a person gave to a state of a text. The states themselves follow from the recorded edits.
CREATE TABLE text_version (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  document_id INTEGER NOT NULL REFERENCES document (id),
  revision INTEGER NOT NULL,
  name TEXT NOT NULL,
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL
) STRICT;

-- The states of a text are read from its own changes, however many others there are.
CREATE INDEX history_change_of_text ON history_change (row_id) WHERE table_name = 'document_text';

CREATE INDEX text_version_by_document ON text_version (document_id, revision);
