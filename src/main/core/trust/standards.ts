// What a project can show for each standard of quality: counts of facts, never a verdict.

import type { Proposition } from '../../../shared/contract/propositions.ts';
import type { QualityFact, QualityStandard } from '../../../shared/contract/trustworthiness.ts';
import type { Language } from '../../../shared/contract/values.ts';
import { qualityCriteria, type QualityCriterion } from '../../../shared/domain/quality.ts';
import type { MessageKey } from '../../../shared/i18n/catalogue.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { listCases } from '../../db/cases.ts';
import { listCodes } from '../../db/codes.ts';
import { codingsToRecheck, listCodeChanges, listVignettes } from '../../db/condensation.ts';
import { sql, type ReadableDb } from '../../db/database.ts';
import { listDisplays } from '../../db/displays.ts';
import { listDocuments } from '../../db/documents.ts';
import { listResearchQuestions } from '../../db/questions.ts';
import { listRemarks } from '../../db/remarks.ts';
import { listVerdicts } from '../../db/triangulation.ts';

type FactKey = Extract<MessageKey, `trust.fact.${string}`>;

export function standardsOf(
  db: ReadableDb,
  propositions: readonly Proposition[],
  language: Language,
): readonly QualityStandard[] {
  const remarks = new Map(listRemarks(db, 'criterion').map(({ subject, text }) => [subject, text]));
  const facts = factsOf(db, propositions, (key, params) => translate(language, key, params));
  return qualityCriteria.map((criterion) => ({
    criterion,
    facts: [...facts[criterion]],
    remark: remarks.get(criterion) ?? '',
  }));
}

type Say = (key: FactKey, params: { readonly done: number; readonly of: number }) => string;

function factsOf(
  db: ReadableDb,
  all: readonly Proposition[],
  say: Say,
): Readonly<Record<QualityCriterion, readonly QualityFact[]>> {
  const held = all.filter(({ status }) => status !== 'rejected');
  const verified = all.filter(({ status }) => status === 'verified');
  const share = (key: FactKey, among: readonly unknown[], met: number): QualityFact => ({
    text: say(key, { done: met, of: among.length }),
    done: met,
    of: among.length,
    isGap: met < among.length,
  });
  const number = (key: FactKey, done: number, least = 1): QualityFact => ({
    text: say(key, { done, of: done }),
    done,
    of: null,
    isGap: done < least,
  });
  const checked = (tactic: string) =>
    held.filter(({ checks }) => checks.some((check) => check.tactic === tactic && check.outcome !== 'open')).length;
  const documents = listDocuments(db);
  const cases = listCases(db);
  const codes = listCodes(db).filter(({ codable }) => codable === 1);
  const displays = listDisplays(db);
  const verdicts = listVerdicts(db);
  const questions = listResearchQuestions(db);
  const count = (query: ReturnType<typeof sql>): number => db.get<{ n: number }>(query)?.n ?? 0;
  const replies = new Set(
    held.flatMap(({ checks }) =>
      checks.flatMap(({ tactic, case: asked }) => (tactic === 'member-check' ? (asked ?? []) : [])),
    ),
  );
  const answered = new Set(
    held.flatMap(({ question, status }) => (status === 'supported' || status === 'verified' ? (question ?? []) : [])),
  );
  const supported = held.filter(({ evidence }) =>
    evidence.some(
      ({ side, kind, mark }) => side === 'supports' && mark !== 'gone' && (kind === 'coding' || kind === 'passage'),
    ),
  );
  return {
    credibility: [
      number('trust.fact.sources', documents.length, 2),
      number('trust.fact.techniques', new Set(documents.map(({ kind }) => kind)).size, 2),
      number('trust.fact.days', new Set(documents.flatMap(({ date }) => date ?? [])).size, 2),
      share('trust.fact.triangulated', held, held.filter(({ verdictCount }) => verdictCount > 0).length),
      number('trust.fact.judges', new Set(verdicts.map(({ judge_id: judge }) => judge)).size, 2),
      share('trust.fact.negative', held, checked('negative-evidence')),
      share(
        'trust.fact.rivals',
        verified,
        verified.filter(({ checks }) => checks.some(({ tactic }) => tactic === 'rival-explanations')).length,
      ),
      share('trust.fact.member-check', held, checked('member-check')),
      number('trust.fact.informants-answered', replies.size),
      number('trust.fact.coders', count(sql`SELECT count(DISTINCT coder_id) AS n FROM coding`), 2),
    ],
    transferability: [
      share('trust.fact.cases-described', cases, cases.filter(({ description }) => description.trim() !== '').length),
      share('trust.fact.scope', held, held.filter(({ scope }) => scope.trim() !== '').length),
      share(
        'trust.fact.dated',
        documents,
        documents.filter(({ date, place }) => date !== null && place.trim() !== '').length,
      ),
      number('trust.fact.vignettes', listVignettes(db).length),
      number('trust.fact.displays', displays.length),
    ],
    dependability: [
      number('trust.fact.steps', count(sql`SELECT count(*) AS n FROM history_group`), 0),
      share('trust.fact.definitions', codes, codes.filter(({ description }) => description.trim() !== '').length),
      number('trust.fact.code-changes', listCodeChanges(db).length, 0),
      { ...number('trust.fact.recheck', codingsToRecheck(db).length, 0), isGap: codingsToRecheck(db).length > 0 },
      share(
        'trust.fact.decision-rules',
        displays,
        displays.filter(({ decision_rule: rule }) => rule.trim() !== '').length,
      ),
      number('trust.fact.methodological', count(sql`SELECT count(*) AS n FROM memo WHERE kind = 'methodological'`)),
    ],
    confirmability: [
      share('trust.fact.quoted', held, supported.length),
      share(
        'trust.fact.opposed',
        held,
        held.filter(({ evidence }) => evidence.some(({ side }) => side === 'opposes')).length,
      ),
      share('trust.fact.sound', held, held.filter(({ mark }) => mark === null).length),
      share('trust.fact.verified-fully', verified, verified.filter(({ missing }) => missing.length === 0).length),
      number('trust.fact.rejected', all.length - held.length, 0),
    ],
    application: [
      share('trust.fact.questions', questions, questions.filter(({ guid }) => answered.has(guid)).length),
      share('trust.fact.limits', held, held.filter(({ limits }) => limits.trim() !== '').length),
      share(
        'trust.fact.consent',
        cases,
        count(sql`SELECT count(*) AS n FROM participation WHERE consent IN ('spoken', 'written', 'not-needed')`),
      ),
    ],
  };
}
