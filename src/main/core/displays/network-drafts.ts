// What each kind of network begins with in a study: only what is known of it. Causes are drawn by people.

import type { NetworkKind, NetworkLinkKind, NetworkNodeKind } from '../../../shared/contract/networks.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { listCases, listVariables } from '../../db/cases.ts';
import { listCodes } from '../../db/codes.ts';
import type { ReadableDb } from '../../db/database.ts';
import { requireProjectRow } from '../handlers/project.ts';

export type DraftNode = { readonly kind: NetworkNodeKind; readonly target: Guid | null; readonly label: string };
/** Links by the places of their nodes. */
export type DraftLink = { readonly from: number; readonly to: number; readonly kind: NetworkLinkKind };
export type NetworkDraft = { readonly nodes: readonly DraftNode[]; readonly links: readonly DraftLink[] };

/** More codes than this are no map to be read; the branches alone are. */
const mostCodes = 60;

export function networkDraft(db: ReadableDb, kind: NetworkKind): NetworkDraft {
  switch (kind) {
    case 'context-chart':
      return contextChart(db);
    case 'causal-network':
      return { nodes: rootsOf(db), links: [] };
    case 'code-map':
      return codeMap(db);
  }
}

/** The setting, the groups of a variable that names roles or offices, and the cases in them. */
function contextChart(db: ReadableDb): NetworkDraft {
  const variables = listVariables(db).filter(({ scope }) => scope === 'case');
  const role =
    variables.find(({ name }) => /peran|jabatan|unit|bidang|dinas|role|position|office/i.test(name)) ?? variables[0];
  const cases = listCases(db);
  const groupOf = (each: (typeof cases)[number]): string | null =>
    each.values.find(({ variable }) => variable === role?.guid)?.value || null;
  const groups = [...new Set(cases.flatMap((each) => groupOf(each) ?? []))];
  const nodes: DraftNode[] = [
    { kind: 'free', target: null, label: requireProjectRow(db).name },
    ...groups.map((label) => ({ kind: 'free' as const, target: null, label })),
    ...cases.map(({ guid, name }) => ({ kind: 'case' as const, target: guid, label: name })),
  ];
  return {
    nodes,
    links: [
      ...groups.map((_, place) => ({ from: place + 1, to: 0, kind: 'part-of' as const })),
      ...cases.map((each, place) => {
        const group = groups.indexOf(groupOf(each) ?? '');
        return { from: groups.length + 1 + place, to: group + 1, kind: 'part-of' as const };
      }),
    ],
  };
}

function codeMap(db: ReadableDb): NetworkDraft {
  const codes = listCodes(db);
  const shown = codes.length > mostCodes ? codes.filter(({ parent_guid: parent }) => parent === null) : codes;
  const places = new Map(shown.map(({ guid }, place) => [guid, place]));
  return {
    nodes: shown.map(({ guid, name }) => ({ kind: 'code', target: guid, label: name })),
    links: shown.flatMap(({ parent_guid: parent }, from) => {
      const to = parent === null ? undefined : places.get(parent);
      return to === undefined ? [] : [{ from, to, kind: 'part-of' as const }];
    }),
  };
}

function rootsOf(db: ReadableDb): readonly DraftNode[] {
  return listCodes(db)
    .filter(({ parent_guid: parent }) => parent === null)
    .map(({ guid, name }) => ({ kind: 'code', target: guid, label: name }));
}
