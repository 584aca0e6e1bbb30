// What a report says, independent of the file it is written in. Everything in it is a fact of the project or the
// researcher's own words: nothing is concluded here.

import type { DisplayDefinition } from '../../../shared/contract/displays.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { descendantsOf } from '../../../shared/domain/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { localeOf, translate } from '../../../shared/i18n/translate.ts';
import type { Proposition } from '../../../shared/contract/propositions.ts';
import type { ReportQuotation } from '../../db/report.ts';
import type { Block, Report } from './blocks.ts';
import { claimBlocks } from './claim-blocks.ts';
import { type Desk, type ReportOptions, type ReportStudy, type Say, textBlock } from './desk.ts';
import { matrixBlocks, networkBlocks, resultBlocks } from './display-blocks.ts';
import { methodBlocks } from './method.ts';
import { numbered } from './numbering.ts';
import { quotationBlocks } from './quotation-blocks.ts';

export function reportOf(study: ReportStudy, options: ReportOptions): Report {
  const { language, form } = options;
  const say: Say = (key, params) => translate(language, key, params);
  const desk: Desk = { study, say, options };
  const title = `${say('report.title')}: ${study.name}`;
  const made = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(study.madeAt);
  const note = say('report.made', { date: made, revision: study.revision });
  return {
    language,
    title,
    blocks: numbered(form, say, [
      { kind: 'title', text: title },
      { kind: 'note', text: study.fictional ? `${note} ${say('report.fictional')}` : note },
      ...textBlock(study.description),
      ...methodBlocks(desk),
      { kind: 'heading', level: 1, text: say(`report.${form}.findings`) },
      ...findings(desk),
      ...displays(desk),
    ]),
  };
}

/** Bab IV, or Findings: dimension by dimension, claim → quotation with informant and date. */
function findings(desk: Desk): readonly Block[] {
  const { study, say } = desk;
  const roots = study.codes.filter(({ parent }) => parent === null);
  // In the order of the researcher; what was rejected is told at the end.
  const held = study.propositions.filter(({ status }) => status !== 'rejected');
  const rejected = study.propositions.filter(({ status }) => status === 'rejected');
  const placed = new Set<Guid>();
  const sections = roots.flatMap((root): readonly Block[] => {
    const inside = new Set([root.guid, ...descendantsOf<Guid>(treeOf(study.codes), root.guid)]);
    const claims = held.filter(({ dimension }) => dimension !== null && inside.has(dimension));
    const quotations = study.quotations.filter(({ code }) => inside.has(code));
    for (const { guid } of claims) placed.add(guid);
    return [
      { kind: 'heading', level: 2, text: root.name },
      ...textBlock(root.description, { kind: 'code', guid: root.guid }),
      {
        kind: 'note',
        text:
          quotations.length === 0
            ? say('report.dimension.empty')
            : say('report.dimension.counts', {
                codings: quotations.length,
                documents: new Set(quotations.map(({ document }) => document)).size,
              }),
        from: { kind: 'code', guid: root.guid },
      },
      ...claims.flatMap((claim) => claimBlocks(desk, claim)),
      ...(claims.length > 0 ? [] : quotationBlocks(desk, spread(quotations, desk.options.quotations))),
      ...study.displays
        .filter(({ details }) => isAbout(details.definition, inside))
        .flatMap(({ details, matrix }) => matrixBlocks(say, details, matrix, 3)),
    ];
  });
  const others = held.filter(({ guid }) => !placed.has(guid));
  const further = (text: string, claims: readonly Proposition[]): readonly Block[] =>
    claims.length === 0
      ? []
      : [{ kind: 'heading', level: 2, text }, ...claims.flatMap((claim) => claimBlocks(desk, claim))];
  return [
    ...sections,
    ...further(say('report.other-claims'), others),
    ...further(say('report.rejected-claims'), rejected),
  ];
}

function displays(desk: Desk): readonly Block[] {
  const { study, say, options } = desk;
  const placed = study.codes
    .filter(({ parent }) => parent === null)
    .map(({ guid }) => new Set([guid, ...descendantsOf<Guid>(treeOf(study.codes), guid)]));
  const others = study.displays.filter(({ details }) => !placed.some((inside) => isAbout(details.definition, inside)));
  if (others.length + study.networks.length + study.results.length === 0) return [];
  // In a thesis, displays across dimensions close Bab IV; an article has them after its findings.
  const level = options.form === 'thesis' ? 2 : 1;
  const below = level === 1 ? 2 : 3;
  return [
    { kind: 'heading', level, text: say(`report.${options.form}.displays`) },
    ...others.flatMap(({ details, matrix }) => matrixBlocks(say, details, matrix, below)),
    ...study.networks.flatMap((network) => networkBlocks(say, network, below)),
    ...study.results.flatMap((result) => resultBlocks(say, options.language, result, below)),
  ];
}

/** A display belongs to a dimension where all codes it names are of that dimension. */
function isAbout({ rows, columns }: DisplayDefinition, inside: ReadonlySet<Guid>): boolean {
  const named = [rows, columns].flatMap((axis) =>
    axis.by === 'codes'
      ? axis.ids
      : axis.by === 'items'
        ? axis.items.flatMap(({ codeId }) => (codeId === undefined ? [] : [codeId]))
        : [],
  );
  return named.length > 0 && named.every((guid) => inside.has(guid));
}

/** Quotations of different informants before further ones of the same. */
function spread(quotations: readonly ReportQuotation[], count: number): readonly ReportQuotation[] {
  const bySource = [...Map.groupBy(quotations, ({ informant, document }) => informant ?? document).values()];
  const longest = Math.max(0, ...bySource.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_, turn) => bySource.flatMap((own) => own.slice(turn, turn + 1)));
  return turns.flat().slice(0, count);
}

function treeOf(codes: readonly CodeSummary[]) {
  return codes.map(({ guid, parent, name }) => ({ guid, parent, name }));
}
