// A first definition of each kind of matrix, in the words of the method and with the codes and variables of the study.

import type { OutputOf } from '../../../shared/contract/contract.ts';
import {
  matrixKind,
  type DisplayAxis,
  type DisplayDefinition,
  type MatrixKind,
} from '../../../shared/contract/displays.ts';
import type { Language } from '../../../shared/contract/values.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { translate } from '../../../shared/i18n/translate.ts';
import { listVariables } from '../../db/cases.ts';
import { listCodes } from '../../db/codes.ts';
import type { ReadableDb } from '../../db/database.ts';

type Draft = OutputOf<'displays.templates'>[number];

/** All kinds, in the order in which a study comes to need them. */
export function draftsOf(db: ReadableDb, language: Language): Draft[] {
  const codes = listCodes(db);
  const roots = codes.filter(({ parent_guid }) => parent_guid === null).map(({ guid }) => guid);
  const variables = listVariables(db);
  const like = (pattern: RegExp): Guid | null => variables.find(({ name }) => pattern.test(name))?.guid ?? null;
  const codeLike = (pattern: RegExp): Guid | undefined => codes.find(({ name }) => pattern.test(name))?.guid;
  const say = (key: ItemKey): string => translate(language, `matrix.item.${key}`);
  const items = (...keys: readonly ItemKey[]): DisplayAxis => ({
    by: 'items',
    items: keys.map((key) => ({ id: key, label: say(key) })),
  });
  const dimensions: DisplayAxis = { by: 'codes', ids: roots, below: true };
  const cases = (orderBy: Guid | null = null): DisplayAxis => ({ by: 'cases', ids: null, orderBy });
  const byValue = (variableId: Guid | null, otherwise: DisplayAxis): DisplayAxis =>
    variableId === null ? otherwise : { by: 'values', variableId };
  const swot = (key: SwotKey) => ({ id: key, label: say(key), group: say(key), ...coded(codeLike(swotCodes[key])) });
  const definitions: Readonly<
    Record<MatrixKind, Pick<DisplayDefinition, 'rows' | 'columns'> & Partial<DisplayDefinition>>
  > = {
    checklist: { rows: dimensions, columns: cases() },
    'role-ordered': { rows: byValue(like(/\b(?:peran|jabatan|role|position)\b/i), cases()), columns: dimensions },
    'time-ordered': {
      rows: dimensions,
      columns: byValue(like(/periode|period|masa|era/i), { by: 'periods', unit: 'month' }),
    },
    conceptual: { rows: cases(), columns: dimensions },
    effects: { rows: dimensions, columns: items('direct', 'meta', 'side') },
    'case-ordered': { rows: cases(like(/skor|score|tingkat|level/i)), columns: dimensions },
    'case-code': { rows: cases(), columns: dimensions },
    'source-code': { rows: { by: 'documents', ids: null, order: 'list' }, columns: dimensions },
    'event-listing': {
      rows: items('event'),
      columns: byValue(like(/peran|jabatan|bidang|role|position|office/i), cases()),
    },
    swot: { rows: { by: 'items', items: swotKeys.map(swot) }, columns: { by: 'kinds' } },
    tows: {
      rows: { by: 'items', items: (['opportunities', 'threats'] as const).map(swot) },
      columns: { by: 'items', items: (['strengths', 'weaknesses'] as const).map(swot) },
      meet: 'either',
    },
  };
  return matrixKind.options.map((kind) => ({
    kind,
    title: bilingual(`matrix.kind.${kind}`),
    purpose: bilingual(`matrix.purpose.${kind}`),
    decisionRule: translate(language, `matrix.rule.${kind}`),
    definition: { filter: {}, meet: 'both', ...definitions[kind] },
  }));
}

type SwotKey = (typeof swotKeys)[number];
type ItemKey = SwotKey | 'direct' | 'meta' | 'side' | 'event' | 'before' | 'during' | 'after';

const swotKeys = ['strengths', 'weaknesses', 'opportunities', 'threats'] as const;
const swotCodes: Readonly<Record<SwotKey, RegExp>> = {
  strengths: /kekuatan|strength/i,
  weaknesses: /kelemahan|weakness/i,
  opportunities: /peluang|opportunit/i,
  threats: /ancaman|threat/i,
};

function coded(codeId: Guid | undefined) {
  return codeId === undefined ? {} : { codeId };
}

function bilingual(key: `matrix.${'kind' | 'purpose'}.${MatrixKind}`) {
  return { id: translate('id', key), en: translate('en', key) };
}
