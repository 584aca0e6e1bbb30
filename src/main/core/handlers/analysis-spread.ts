// How codes spread over documents. One pass over columns that are in memory: no worker is needed.

import type { SpreadResult } from '../../../shared/contract/analysis-spread.ts';
import { collectionOrder, saturation, spreadOf } from '../../../shared/domain/analysis/saturation.ts';
import { countScope, selectCodings } from '../../analysis/scope.ts';
import { select } from '../../analysis/selection.ts';
import { documentFacts } from '../../db/analysis.ts';
import type { JobHandlers } from '../handler.ts';
import { assertFresh, provenanceOf, remembered } from './analysis-context.ts';

export const spreadJobs = {
  'analysis.spread': (context, settings) =>
    remembered(context, ['analysis.spread', settings], null, ({ study }) => {
      const selection = select(study, settings);
      const codings = selectCodings(selection.scope);
      const facts = new Map(documentFacts(context.db).map((fact) => [fact.id, fact]));
      assertFresh(context, study);
      const inList = selection.documents
        .map(({ position }, place) => ({ position, place }))
        .toSorted((a, b) => a.position - b.position || a.place - b.place)
        .map(({ place }) => place);
      const dayOf = (place: number) => facts.get(selection.documents[place]?.id ?? 0)?.date ?? null;
      const order =
        settings.order === 'list' ? inList : collectionOrder(inList.map(dayOf)).map((rank) => inList[rank] ?? 0);
      const spread = spreadOf(codings, selection.scope.codes);
      const rankOf = new Map(order.map((place, rank) => [place, rank]));
      const cases = new Map(study.cases.map(({ id, guid }) => [id, guid]));
      return Promise.resolve({
        order: settings.order,
        codes: selection.codes.map(({ guid, path, color }) => ({ guid, path: [...path], color })),
        documents: order.flatMap((place) => {
          const document = selection.documents[place];
          return document
            ? [
                {
                  guid: document.guid,
                  title: facts.get(document.id)?.title ?? '',
                  day: dayOf(place),
                  case: cases.get(document.case_id ?? -1) ?? null,
                },
              ]
            : [];
        }),
        cells: spread.map(([code, document, n]): [number, number, number] => [code, rankOf.get(document) ?? 0, n]),
        saturation: saturation(spread, order).map(({ fresh, met }) => ({ fresh: [...fresh], met })),
        provenance: provenanceOf(
          context,
          `analysis.spread order=${settings.order}`,
          study,
          selection,
          countScope(selection.scope, codings),
        ),
      } satisfies SpreadResult);
    }),
} satisfies Partial<JobHandlers>;
