// Agreement of two coders: from what was asked to a worker's question, and from its tables to coefficients.

import type { AgreementCaution, AgreementResult } from '../../../shared/contract/analysis-agreement.ts';
import type { CheckedInputOf } from '../../../shared/contract/contract.ts';
import { SimpulError } from '../../../shared/contract/errors.ts';
import { presenceAgreement, segmentKappa } from '../../../shared/domain/analysis/agreement.ts';
import type { AgreementInput } from '../../analysis/agreement-tasks.ts';
import { placeOfCode, select, type Selection } from '../../analysis/selection.ts';
import { slicer } from '../../analysis/slices.ts';
import type { Study } from '../../analysis/study.ts';
import { documentFacts } from '../../db/analysis.ts';
import { requireCoder } from '../../db/coders.ts';
import { textOf } from '../../db/texts.ts';
import type { JobContext, JobHandlers } from '../handler.ts';
import {
  assertFresh,
  definedOrNull,
  guidsOf,
  missing,
  pauseOf,
  provenanceOf,
  remembered,
  unitsOfLevel,
} from './analysis-context.ts';

type Settings = CheckedInputOf<'analysis.agreement'>;
type Table = Omit<AgreementResult['perCode'][number], 'code' | 'path' | 'color' | 'unitising'>;

/** UTF-16 units of a place that are told: enough to know it by. */
const mostWords = 400;

export const agreementJobs = {
  'analysis.agreement': (context, settings) => {
    assertTwo(settings);
    return remembered(
      context,
      ['analysis.agreement', settings],
      unitsOfLevel(settings.level),
      async ({ study, texts }) => {
        const coders = settings.coderIds.map((guid) => requireCoder(context.db, guid));
        const { selection, oneCoderDocuments } = compared(study, settings);
        assertFresh(context, study);
        const input = inputOf(study, selection, settings, texts);
        const output = await context.services.pool.run('agreement', input, context);
        const isPaired = settings.level === 'overlap';
        const tableAt = (code: number) => output.tables.subarray(code * 4, code * 4 + 4);
        const sums = [0, 1, 2, 3].map((cell) =>
          selection.codes.reduce((sum, _, code) => sum + (tableAt(code)[cell] ?? 0), 0),
        );
        const overall = tableOf(sums, isPaired);
        const perCode = selection.codes.map(({ guid, path, color }, code) => ({
          code: guid,
          path: [...path],
          color,
          ...tableOf(tableAt(code), isPaired),
          unitising: definedOrNull(output.unitising[code] ?? Number.NaN),
        }));
        const named = (place: 0 | 1) => ({ guid: settings.coderIds[place], name: coders[place]?.name ?? '' });
        return {
          level: settings.level,
          mode: modeOf(settings),
          coders: [named(0), named(1)] satisfies AgreementResult['coders'],
          units: isPaired ? null : output.n,
          perCode,
          overall: {
            ...overall,
            segmentKappa: isPaired
              ? segmentKappa(2 * overall.a, overall.b + overall.c, usedCodes(perCode)).value
              : null,
          },
          oneCoderDocuments,
          cautions: cautionsOf(perCode, oneCoderDocuments, settings),
          provenance: provenanceOf(context, describe(settings, selection), study, selection, output),
        } satisfies AgreementResult;
      },
    );
  },

  'analysis.agreementPlaces': (context, { offset, limit, ...settings }) => {
    assertTwo(settings);
    const question = ['analysis.agreementPlaces', settings, offset, limit];
    return remembered(context, question, unitsOfLevel(settings.level), async ({ study, texts }) => {
      for (const guid of settings.coderIds) requireCoder(context.db, guid);
      const { selection } = compared(study, settings);
      const code = selection.scope.codeAt[placeOfCode(study, settings.codeId)] ?? -1;
      if (code < 0) throw new SimpulError('invalid-input', { field: 'codeId' });
      const { finding } = settings;
      const asked = { question: inputOf(study, selection, settings, texts), code, finding };
      const { places } = await context.services.pool.run('agreementPlaces', asked, context);
      const positionOf = (document: number) => selection.documents[document]?.position ?? 0;
      const page = places
        .toSorted((a, b) => positionOf(a.document) - positionOf(b.document) || a.start - b.start)
        .slice(offset, offset + limit);
      return { total: places.length, places: await told(context, study, selection, page, settings) };
    });
  },
} satisfies Partial<JobHandlers>;

async function told(
  context: JobContext,
  study: Study,
  { documents }: Selection,
  page: readonly {
    readonly document: number;
    readonly start: number;
    readonly end: number;
    readonly rows: readonly number[];
  }[],
  { level }: Settings,
) {
  const guids = await guidsOf(context, study, Int32Array.from(page.flatMap(({ rows }) => rows)));
  const titles = new Map(documentFacts(context.db).map(({ id, title }) => [id, title]));
  const slice = slicer(pauseOf(context));
  const isWhole = level === 'case' || level === 'document';
  let open = { document: -1, words: '' };
  let next = 0;
  const found = [];
  for (const { document, start, end, rows } of page) {
    const { id, guid } = documents[document] ?? missing();
    if (!isWhole && open.document !== document) {
      await slice.rest();
      open = { document, words: textOf(context.db, id)?.text ?? '' };
    }
    const quote = isWhole ? '' : open.words.slice(start, Math.min(end, start + mostWords));
    found.push({
      document: guid,
      title: titles.get(id) ?? '',
      start,
      end,
      // Cut where a character of two units would be halved: it goes as a whole.
      quote: quote.isWellFormed() ? quote : quote.slice(0, -1),
      codings: guids.slice(next, next + rows.length),
    });
    next += rows.length;
  }
  assertFresh(context, study);
  return found;
}

/** The two coders' codings, and in how many documents just one of them has coded. */
function compared(
  study: Study,
  settings: Settings,
): { readonly selection: Selection; readonly oneCoderDocuments: number } {
  const onlyInCases = settings.level === 'case';
  const all = select(study, settings, onlyInCases);
  const [first, second] = settings.coderIds.map((guid) => placeOfCoder(study, guid));
  const bits = new Uint8Array(all.scope.documents);
  const { document, code, coder } = study.codings;
  for (let row = 0; row < document.length; row += 1) {
    const place = all.scope.documentAt[document[row] ?? 0] ?? -1;
    if (place < 0 || (all.scope.codeAt[code[row] ?? 0] ?? -1) < 0) continue;
    const bit = coder[row] === first ? 1 : coder[row] === second ? 2 : 0;
    bits[place] = (bits[place] ?? 0) | bit;
  }
  const oneCoderDocuments = bits.reduce((sum, bit) => sum + Number(bit === 1 || bit === 2), 0);
  if (settings.documents === 'all') return { selection: all, oneCoderDocuments };
  const documentIds = all.documents.flatMap(({ guid }, place) => (bits[place] === 3 ? [guid] : []));
  return { selection: select(study, { ...settings, documentIds }, onlyInCases), oneCoderDocuments };
}

function inputOf(
  study: Study,
  { scope, lengths, caseOf, cases }: Selection,
  { level, mode, cover, overlap, coderIds }: Settings,
  texts: AgreementInput['texts'],
): AgreementInput {
  const [first, second] = coderIds;
  return {
    scope,
    level,
    mode,
    percent: cover,
    overlap,
    texts,
    lengths,
    caseOf,
    cases,
    first: placeOfCoder(study, first),
    second: placeOfCoder(study, second),
  };
}

function placeOfCoder(study: Study, guid: string): number {
  return study.coders.findIndex((coder) => coder.guid === guid);
}

/** @throws SimpulError `invalid-input` where a coder is compared with themselves */
function assertTwo({ coderIds: [first, second] }: Settings): void {
  if (first === second) throw new SimpulError('invalid-input', { field: 'coderIds' });
}

function tableOf(cells: ArrayLike<number>, isPaired: boolean): Table {
  const [a = 0, b = 0, c = 0, d = 0] = Array.from(cells);
  const found = presenceAgreement(a, b, c, d);
  const known = (value: number | null) => (isPaired || value === null ? null : definedOrNull(value));
  return {
    a,
    b,
    c,
    d: isPaired ? null : d,
    observed: isPaired ? found.positiveAgreement : found.observed,
    kappa: known(found.cohenKappa.value),
    scottPi: known(found.scottPi.value),
    alpha: known(found.alpha),
    freeMarginal: known(found.freeMarginal.value),
    ac1: known(found.ac1.value),
    positive: found.positiveAgreement,
    expected: {
      kappa: known(found.cohenKappa.expected),
      scottPi: known(found.scottPi.expected),
      freeMarginal: known(found.freeMarginal.expected),
      ac1: known(found.ac1.expected),
    },
  };
}

/** Codes that either coder used: chance of MAXQDA's κ is one of these. */
function usedCodes(perCode: readonly Pick<Table, 'a' | 'b' | 'c'>[]): number {
  return Math.max(1, perCode.filter(({ a, b, c }) => a + b + c > 0).length);
}

function cautionsOf(perCode: readonly Table[], oneCoderDocuments: number, { level, documents }: Settings) {
  // The paradox of κ: where nearly all units are of one kind, high agreement and low κ go together.
  const isExtreme = ({ a, b, c, d }: Table) => {
    const share = (2 * a + b + c) / (2 * (a + b + c + (d ?? 0)));
    return a + b + c > 0 && (share < 0.1 || share > 0.9);
  };
  return [
    ...(oneCoderDocuments > 0 && documents === 'all' ? ['one-coder-documents' as const] : []),
    ...(level === 'overlap' ? ['no-neither' as const] : perCode.some(isExtreme) ? ['extreme-shares' as const] : []),
  ] satisfies AgreementCaution[];
}

function modeOf({ level, mode, cover, overlap }: Settings): string {
  if (level === 'character') return 'touch';
  if (level === 'overlap') return `overlap ${overlap}%`;
  return mode === 'cover' ? `cover ${cover}%` : mode;
}

/** Everything that was asked, so that a printed number can be computed again. */
function describe(settings: Settings, { withoutCase }: Selection): string {
  const parts = ['analysis.agreement', `level=${settings.level}`, `mode=${modeOf(settings)}`];
  if (settings.documents === 'shared') parts.push('documents=shared');
  if (withoutCase > 0) parts.push(`documents-of-no-case=${withoutCase}`);
  return parts.join(' ');
}
