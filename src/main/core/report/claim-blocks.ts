// A proposition in the report: what is claimed, for whom, why, in whose words, and how it was tested.

import type { Check, Proposition } from '../../../shared/contract/propositions.ts';
import { comparisonKindOf } from '../claims/columns.ts';
import type { Block } from './blocks.ts';
import { textBlock, type Desk } from './desk.ts';
import { quotationBlocks } from './quotation-blocks.ts';

/** Checks that a report tells; the others say how the researcher came to it. */
const told: readonly Check['tactic'][] = ['negative-evidence', 'rival-explanations', 'member-check'];

export function claimBlocks(desk: Desk, claim: Proposition): readonly Block[] {
  const { study, say, options } = desk;
  const from = { kind: 'proposition', guid: claim.guid } as const;
  const words = new Map(study.quotations.map((quotation) => [quotation.guid, quotation]));
  const named = (side: 'supports' | 'opposes') => claim.evidence.filter((each) => each.side === side);
  const quoted = (side: 'supports' | 'opposes') =>
    named(side)
      .flatMap(({ target }) => words.get(target) ?? [])
      .slice(0, options.quotations);
  const against = quoted('opposes');
  const others = named('supports').filter(({ kind }) => kind !== 'coding' && kind !== 'passage');
  const note = (text: string): Block => ({ kind: 'note', text, from });
  const facts = [
    say(`report.status.${claim.status}`),
    ...(claim.confidence === null ? [] : [say(`report.confidence.${claim.confidence}`)]),
    claim.scope,
    claim.limits,
  ];
  return [
    { kind: 'claim', text: claim.statement, from },
    note(facts.filter((part) => part !== '').join(' · ')),
    ...(claim.mark === null ? [] : [note(say('report.marked'))]),
    ...(claim.overrideReason === '' ? [] : [note(say('report.override', { reason: claim.overrideReason }))]),
    ...textBlock(claim.argument, from),
    ...quotationBlocks(desk, quoted('supports')),
    ...(others.length === 0
      ? []
      : [note(say('report.rests-on', { what: others.map(({ title, words: own }) => title || own).join('; ') }))]),
    ...(against.length === 0 ? [] : [note(say('report.opposing'))]),
    ...quotationBlocks(desk, against),
    ...claim.verdicts.flatMap(({ comparison, verdict, reason, mark }) => {
      const kind = comparisonKindOf(comparison);
      if (kind === null || mark === 'gone') return [];
      const parts = { by: say(`triangulation.by.${kind}`), verdict: say(`triangulation.verdict.${verdict}`), reason };
      return [note(say('report.verdict', parts))];
    }),
    ...claim.checks
      .filter(({ tactic, outcome }) => told.includes(tactic) && outcome !== 'open')
      .map(({ tactic, subject, outcome, note: text }) =>
        note(
          say('report.check', {
            tactic: say(`claims.tactic.${tactic}`),
            subject,
            outcome: say(`claims.outcome.${outcome}`),
            note: text,
          }),
        ),
      ),
  ];
}
