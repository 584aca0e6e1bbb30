-- Why: what a study asks, whom it set out to ask, what was done about each question, and what the researcher made of
-- the material on the way to its displays: forms, condensations, segments set apart, vignettes, and why codes changed.
--
-- Nothing of it stands in a text: where it is about words, it hangs on a coding, which follows every edit.

CREATE TABLE research_question (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  -- A few words or a number that stands for it in lists.
  label TEXT NOT NULL,
  text TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- What serves to answer a research question: a code, a question of the interview guide.
CREATE TABLE question_object (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  question_id INTEGER NOT NULL REFERENCES research_question (id),
  kind TEXT NOT NULL CHECK (kind IN ('code', 'guide-question', 'proposition', 'display')),
  target_guid TEXT NOT NULL,
  UNIQUE (question_id, target_guid)
) STRICT;

CREATE INDEX question_object_by_target ON question_object (target_guid);

-- What the study needs of its informants or sites, and which case fulfils it (purposive sampling).
CREATE TABLE sampling_criterion (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('informant', 'site')),
  label TEXT NOT NULL,
  description TEXT NOT NULL DEFAULT '',
  -- How many cases are to fulfil it.
  wanted INTEGER NOT NULL DEFAULT 1 CHECK (wanted >= 0)
) STRICT;

CREATE TABLE sampling_fulfilment (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  criterion_id INTEGER NOT NULL REFERENCES sampling_criterion (id),
  case_id INTEGER NOT NULL REFERENCES study_case (id),
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (criterion_id, case_id)
) STRICT;

CREATE INDEX sampling_fulfilment_by_case ON sampling_fulfilment (case_id);

-- What a case is in the study, and whether those concerned agreed. A case without a row has not been looked at.
CREATE TABLE participation (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  case_id INTEGER NOT NULL UNIQUE REFERENCES study_case (id),
  kind TEXT NOT NULL DEFAULT 'informant' CHECK (kind IN ('informant', 'site', 'other')),
  consent TEXT NOT NULL DEFAULT 'unknown'
    CHECK (consent IN ('unknown', 'asked', 'spoken', 'written', 'refused', 'withdrawn', 'not-needed')),
  consent_date TEXT,
  note TEXT NOT NULL DEFAULT ''
) STRICT;

-- Who is meant by which name. Apart from the cases, because it stays when the rest goes out: no exchange carries it.
CREATE TABLE pseudonym (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  real_name TEXT NOT NULL UNIQUE,
  pseudonym TEXT NOT NULL,
  case_id INTEGER REFERENCES study_case (id)
) STRICT;

CREATE INDEX pseudonym_by_case ON pseudonym (case_id) WHERE case_id IS NOT NULL;

-- The data accounting log: what was done with a case or document about a question of the study or of the guide.
-- That a question is marked in a transcript says already that it was asked; a row is for what the text cannot say.
CREATE TABLE accounting_entry (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  case_id INTEGER REFERENCES study_case (id),
  document_id INTEGER REFERENCES document (id),
  research_question_id INTEGER REFERENCES research_question (id),
  guide_question_id INTEGER REFERENCES guide_question (id),
  status TEXT NOT NULL CHECK (status IN ('not-asked', 'planned', 'done', 'transcribed', 'checked')),
  completeness TEXT CHECK (completeness IN ('none', 'partial', 'complete')),
  date TEXT,
  who TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  CHECK ((case_id IS NULL) <> (document_id IS NULL)),
  CHECK ((research_question_id IS NULL) <> (guide_question_id IS NULL))
) STRICT;

CREATE UNIQUE INDEX accounting_entry_cell ON accounting_entry (
  coalesce(case_id, -1), coalesce(document_id, -1), coalesce(research_question_id, -1), coalesce(guide_question_id, -1)
);
CREATE INDEX accounting_entry_by_case ON accounting_entry (case_id);
CREATE INDEX accounting_entry_by_document ON accounting_entry (document_id);
CREATE INDEX accounting_entry_by_research_question ON accounting_entry (research_question_id);
CREATE INDEX accounting_entry_by_guide_question ON accounting_entry (guide_question_id);

-- One page soon after a contact, or about a document of the field.
CREATE TABLE summary_form (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('contact', 'document')),
  title TEXT NOT NULL,
  document_id INTEGER REFERENCES document (id),
  case_id INTEGER REFERENCES study_case (id),
  date TEXT,
  place TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL DEFAULT '',
  -- Free prose.
  body TEXT NOT NULL DEFAULT '',
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

CREATE INDEX summary_form_by_document ON summary_form (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX summary_form_by_case ON summary_form (case_id) WHERE case_id IS NOT NULL;

-- A line of a form. One that is to be done says so; one that became a memo knows it.
CREATE TABLE form_item (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  form_id INTEGER NOT NULL REFERENCES summary_form (id),
  position INTEGER NOT NULL,
  section TEXT NOT NULL,
  text TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'note' CHECK (state IN ('note', 'to-do', 'done')),
  research_question_id INTEGER REFERENCES research_question (id),
  guide_question_id INTEGER REFERENCES guide_question (id),
  memo_id INTEGER REFERENCES memo (id)
) STRICT;

CREATE INDEX form_item_by_form ON form_item (form_id, position);
CREATE INDEX form_item_by_memo ON form_item (memo_id) WHERE memo_id IS NOT NULL;
CREATE INDEX form_item_by_research_question ON form_item (research_question_id) WHERE research_question_id IS NOT NULL;
CREATE INDEX form_item_by_guide_question ON form_item (guide_question_id) WHERE guide_question_id IS NOT NULL;

-- Where a code comes from. Null like in every project made before.
ALTER TABLE code ADD COLUMN theory TEXT;

-- Why the codebook changed. Named by guid and name: what was merged away stays on record.
CREATE TABLE code_change (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('redefine', 'rename', 'split', 'merge')),
  code_guid TEXT NOT NULL,
  code_name TEXT NOT NULL,
  -- Split: the code it was split from. Merge: the code that was merged into it.
  other_guid TEXT,
  other_name TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL,
  coder_id INTEGER REFERENCES coder (id),
  at TEXT NOT NULL
) STRICT;

CREATE INDEX code_change_by_code ON code_change (code_guid);

-- What a coding is condensed to, beside its quotation; whether it is set apart; and when it was last held against
-- the definition of its code.
CREATE TABLE condensation (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  coding_id INTEGER NOT NULL UNIQUE REFERENCES coding (id),
  paraphrase TEXT NOT NULL DEFAULT '',
  generalisation TEXT NOT NULL DEFAULT '',
  reduction TEXT NOT NULL DEFAULT '',
  mark TEXT CHECK (mark IN ('typical', 'key', 'parked')),
  checked_at TEXT,
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

-- A short, bounded account of a telling episode, put together from segments and words of the researcher.
CREATE TABLE vignette (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  case_id INTEGER REFERENCES study_case (id),
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

CREATE INDEX vignette_by_case ON vignette (case_id) WHERE case_id IS NOT NULL;

-- Words of the researcher; or a segment, whose words at the time stay here when its coding goes.
CREATE TABLE vignette_part (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  vignette_id INTEGER NOT NULL REFERENCES vignette (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('words', 'segment')),
  coding_id INTEGER REFERENCES coding (id),
  text TEXT NOT NULL
) STRICT;

CREATE INDEX vignette_part_by_vignette ON vignette_part (vignette_id, position);
CREATE INDEX vignette_part_by_coding ON vignette_part (coding_id) WHERE coding_id IS NOT NULL;
