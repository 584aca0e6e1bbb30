// From what the researcher chose, by guid, to a scope, by place in the study.

import { SimpulError } from '../../shared/contract/errors.ts';
import type { Guid } from '../../shared/domain/ids.ts';
import type { Scope } from './scope.ts';
import type { Study, StudyCode } from './study.ts';

/** Left out means all. Documents must fit both documents and cases. */
export type Filter = {
  readonly codeIds?: readonly Guid[] | undefined;
  readonly documentIds?: readonly Guid[] | undefined;
  readonly caseIds?: readonly Guid[] | undefined;
  readonly coderIds?: readonly Guid[] | undefined;
};

export type Selection = {
  readonly scope: Scope;
  /** In the order of the codebook; place in the scope is place in this list. */
  readonly codes: readonly StudyCode[];
  readonly documents: Study['documents'];
  /** Characters of each document in scope. */
  readonly lengths: Int32Array;
  /** Case of each document in scope, or −1 for none. */
  readonly caseOf: Int32Array;
  /** Cases that have a document in scope: one without has nothing in which a code could be present. */
  readonly cases: number;
  /** Documents left out because they belong to no case. */
  readonly withoutCase: number;
};

/**
 * @param onlyInCases leaves out documents of no case, which are no units where cases are
 * @throws SimpulError `not-found` where something that was chosen is not there
 */
export function select(study: Study, filter: Filter, onlyInCases = false): Selection {
  const codeIn = flags('code', study.codes, filter.codeIds);
  const inDocuments = flags('document', study.documents, filter.documentIds);
  const inCases = flags('case', study.cases, filter.caseIds);
  const caseAt = new Map(study.cases.map(({ id }, index) => [id, index]));
  const chosen = study.documents.map(({ case_id }, index) => {
    const place = case_id === null ? undefined : caseAt.get(case_id);
    return inDocuments[index] === 1 && (!filter.caseIds || (place !== undefined && inCases[place] === 1));
  });
  const documentIn = Uint8Array.from(study.documents, ({ case_id }, index) =>
    Number(chosen[index] === true && !(onlyInCases && case_id === null)),
  );
  const documents = study.documents.filter((_, index) => documentIn[index] === 1);
  const caseNumbers = new Map<number, number>();
  const caseOf = Int32Array.from(documents, ({ case_id }) => {
    if (case_id === null) return -1;
    const number = caseNumbers.get(case_id) ?? caseNumbers.size;
    caseNumbers.set(case_id, number);
    return number;
  });
  const codes = study.codes.filter((_, index) => codeIn[index] === 1);
  return {
    scope: {
      codings: study.codings,
      codeAt: places(codeIn),
      codes: codes.length,
      documentAt: places(documentIn),
      documents: documents.length,
      // Codings of nobody take part only where nobody in particular was asked for.
      coderIn: Uint8Array.of(...flags('coder', study.coders, filter.coderIds), filter.coderIds ? 0 : 1),
    },
    codes,
    documents,
    lengths: Int32Array.from(documents, ({ characters }) => characters),
    caseOf,
    cases: caseNumbers.size,
    withoutCase: onlyInCases ? chosen.filter(Boolean).length - documents.length : 0,
  };
}

/** The scope of two codes only, the first at place 0 and the second at 1; of one, where they are the same. */
export function narrowed({ scope }: Selection, first: number, second: number): Scope {
  const codeAt = new Int32Array(scope.codeAt.length).fill(-1);
  codeAt[second] = 1;
  codeAt[first] = 0;
  return { ...scope, codeAt, codes: 2 };
}

/** @throws SimpulError `not-found` */
export function placeOfCode(study: Study, guid: Guid): number {
  const place = study.codes.findIndex((code) => code.guid === guid);
  if (place === -1) throw new SimpulError('not-found', { what: 'code' }, { guid });
  return place;
}

type Kind = 'code' | 'document' | 'case' | 'coder';

function flags(kind: Kind, known: readonly { readonly guid: Guid }[], wanted: readonly Guid[] | undefined): Uint8Array {
  if (!wanted) return new Uint8Array(known.length).fill(1);
  const placeOf = new Map(known.map(({ guid }, index) => [guid, index]));
  const chosen = new Uint8Array(known.length);
  for (const guid of wanted) {
    const place = placeOf.get(guid);
    if (place === undefined) throw new SimpulError('not-found', { what: kind }, { guid });
    chosen[place] = 1;
  }
  return chosen;
}

function places(chosen: Uint8Array): Int32Array {
  let next = 0;
  return Int32Array.from(chosen, (flag) => (flag === 1 ? next++ : -1));
}
