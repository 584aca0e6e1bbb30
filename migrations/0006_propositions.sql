-- Why: conclusions are drawn and verified in the project, not in a word processor: propositions with what they rest
-- on and what speaks against them, the tactics they were tested with, triangulation with its verdicts, and remarks on
-- trustworthiness. Evidence is pointed at by guid and never copied or removed with its target: a quotation that is
-- gone must show as a gap. Beside it stands a fingerprint of what was judged; what is there now is held against it.

CREATE TABLE proposition (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  statement TEXT NOT NULL,
  -- Why it should hold, in the researcher's words.
  argument TEXT NOT NULL DEFAULT '',
  -- For whom, where and when it is claimed.
  scope TEXT NOT NULL DEFAULT '',
  limits TEXT NOT NULL DEFAULT '',
  -- A research question, a code: soft, so that their removal shows.
  question_guid TEXT,
  dimension_guid TEXT,
  status TEXT NOT NULL CHECK (status IN ('hunch', 'tentative', 'supported', 'verified', 'rejected')),
  confidence TEXT CHECK (confidence IN ('low', 'medium', 'high')),
  -- Why it is called verified although a condition is not met.
  override_reason TEXT NOT NULL DEFAULT '',
  -- The memo it was first written as.
  memo_guid TEXT,
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

CREATE TABLE proposition_evidence (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  proposition_id INTEGER NOT NULL REFERENCES proposition (id),
  side TEXT NOT NULL CHECK (side IN ('supports', 'opposes')),
  kind TEXT NOT NULL CHECK (kind IN ('coding', 'passage', 'display', 'cell', 'proposition', 'memo')),
  -- A passage is a row of `passage` that belongs to this evidence alone.
  target_guid TEXT NOT NULL,
  strength TEXT CHECK (strength IN ('weak', 'medium', 'strong')),
  -- First hand or hearsay, motive, circumstance.
  note TEXT NOT NULL DEFAULT '',
  -- What was judged, as JSON; null where nobody has.
  fingerprint TEXT,
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL
) STRICT;

CREATE INDEX proposition_evidence_by_proposition ON proposition_evidence (proposition_id);
CREATE INDEX proposition_evidence_by_target ON proposition_evidence (target_guid);

-- A tactic that was applied, and what came of it. A rival explanation, a search for negative evidence and an answer of
-- an informant are such checks too, each with its subject.
CREATE TABLE proposition_check (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  proposition_id INTEGER NOT NULL REFERENCES proposition (id),
  tactic TEXT NOT NULL,
  subject TEXT NOT NULL DEFAULT '',
  outcome TEXT NOT NULL CHECK (outcome IN ('open', 'holds', 'none-found', 'weakens', 'refutes')),
  note TEXT NOT NULL DEFAULT '',
  -- The informant or site asked.
  case_guid TEXT,
  created_by INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

CREATE INDEX proposition_check_by_proposition ON proposition_check (proposition_id);

-- What a cell of the triangulation matrix means and how prominent it is, in the words of one judge.
CREATE TABLE triangulation_cell (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  subject_guid TEXT NOT NULL,
  comparison TEXT NOT NULL,
  column_key TEXT NOT NULL,
  meaning TEXT NOT NULL DEFAULT '',
  prominence TEXT NOT NULL DEFAULT '' CHECK (prominence IN ('', 'low', 'medium', 'high')),
  judge_id INTEGER REFERENCES coder (id),
  modified_at TEXT NOT NULL
) STRICT;

CREATE INDEX triangulation_cell_by_subject ON triangulation_cell (subject_guid, comparison);

-- What the columns say together of a proposition or code: one judgement a judge.
CREATE TABLE triangulation_verdict (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  subject_guid TEXT NOT NULL,
  comparison TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('agreement', 'partial', 'silence', 'dissonance')),
  reason TEXT NOT NULL DEFAULT '',
  -- Of the row of the matrix that was judged.
  fingerprint TEXT NOT NULL,
  judge_id INTEGER REFERENCES coder (id),
  created_at TEXT NOT NULL,
  modified_at TEXT NOT NULL
) STRICT;

CREATE INDEX triangulation_verdict_by_subject ON triangulation_verdict (subject_guid, comparison);

-- The researcher's words on a quality criterion or on a step of the history.
CREATE TABLE study_remark (
  id INTEGER PRIMARY KEY,
  guid TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('criterion', 'step')),
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  created_by INTEGER REFERENCES coder (id),
  modified_at TEXT NOT NULL,
  UNIQUE (kind, subject)
) STRICT;

-- How a proposition came about is read from its own changes, however many others there are.
CREATE INDEX history_change_of_claims ON history_change (table_name, row_id)
  WHERE table_name IN ('proposition', 'proposition_evidence', 'proposition_check', 'triangulation_verdict');

-- Conclusions used to be summaries about the project or a code. They become propositions; the memos stay.
INSERT INTO proposition (guid, position, statement, argument, scope, dimension_guid, status, memo_guid, created_by,
    created_at, modified_at)
  SELECT upper(printf('%s-%s-4%s-a%s-%s', hex(randomblob(4)), hex(randomblob(2)), substr(hex(randomblob(2)), 2),
      substr(hex(randomblob(2)), 2), hex(randomblob(6)))),
    row_number() OVER (ORDER BY m.created_at, m.id) - 1,
    CASE WHEN trim(m.title) <> '' THEN trim(m.title)
      WHEN trim(m.body, ' ' || char(10)) = '' THEN '–'
      ELSE substr(trim(m.body, ' ' || char(10)), 1,
        instr(trim(m.body, ' ' || char(10)) || char(10), char(10)) - 1) END,
    m.body,
    coalesce((SELECT group_concat(name, '; ') FROM (
      SELECT coalesce(s.name, d.title) AS name FROM memo_target AS t
      LEFT JOIN study_case AS s ON t.kind = 'case' AND s.guid = t.target_guid
      LEFT JOIN document AS d ON t.kind = 'document' AND d.guid = t.target_guid
      WHERE t.memo_id = m.id AND t.kind IN ('case', 'document') ORDER BY t.id)), ''),
    (SELECT t.target_guid FROM memo_target AS t WHERE t.memo_id = m.id AND t.kind = 'code' ORDER BY t.id LIMIT 1),
    'tentative', m.guid, m.created_by, m.created_at, m.modified_at
  FROM memo AS m
  WHERE m.kind = 'summary'
    AND EXISTS (SELECT 1 FROM memo_target AS t WHERE t.memo_id = m.id AND t.kind IN ('project', 'code'));

-- Quotations the conclusion named are its evidence, judged as they are now.
INSERT INTO proposition_evidence (guid, proposition_id, side, kind, target_guid, fingerprint, created_by, created_at)
  SELECT upper(printf('%s-%s-4%s-a%s-%s', hex(randomblob(4)), hex(randomblob(2)), substr(hex(randomblob(2)), 2),
      substr(hex(randomblob(2)), 2), hex(randomblob(6)))),
    p.id, 'supports', 'coding', c.guid,
    json_object('document', d.guid, 'code', k.guid, 'quote', c.quote), p.created_by, p.modified_at
  FROM proposition AS p JOIN memo AS m ON m.guid = p.memo_guid
  JOIN memo_target AS t ON t.memo_id = m.id AND t.kind = 'coding'
  JOIN coding AS c ON c.guid = t.target_guid JOIN code AS k ON k.id = c.code_id
  JOIN document AS d ON d.id = c.document_id
  ORDER BY p.id, t.id;

-- So are the passages: each gets a passage of its own, found again by the number of the target while this runs.
INSERT INTO proposition_evidence (guid, proposition_id, side, kind, target_guid, note, fingerprint, created_by,
    created_at)
  SELECT upper(printf('%s-%s-4%s-a%s-%s', hex(randomblob(4)), hex(randomblob(2)), substr(hex(randomblob(2)), 2),
      substr(hex(randomblob(2)), 2), hex(randomblob(6)))),
    p.id, 'supports', 'passage',
    upper(printf('%s-%s-4%s-a%s-%s', hex(randomblob(4)), hex(randomblob(2)), substr(hex(randomblob(2)), 2),
      substr(hex(randomblob(2)), 2), hex(randomblob(6)))),
    t.id, json_object('document', d.guid, 'quote', t.quote, 'lost', json('false')), p.created_by, p.modified_at
  FROM proposition AS p JOIN memo AS m ON m.guid = p.memo_guid
  JOIN memo_target AS t ON t.memo_id = m.id AND t.kind = 'passage' JOIN document AS d ON d.id = t.document_id
  ORDER BY p.id, t.id;
INSERT INTO passage (guid, document_id, start_offset, end_offset, quote)
  SELECT e.target_guid, t.document_id, t.start_offset, t.end_offset, coalesce(t.quote, '')
  FROM proposition_evidence AS e JOIN memo_target AS t ON t.id = CAST(e.note AS INTEGER) WHERE e.kind = 'passage';
UPDATE proposition_evidence SET note = '' WHERE kind = 'passage';
