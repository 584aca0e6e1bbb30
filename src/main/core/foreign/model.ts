// A project of another program in plain data, between its reader and what writes it into a project of Simpul.

export type ForeignProject = {
  readonly program: ForeignProgram;
  readonly codes: readonly ForeignCode[];
  readonly documents: readonly ForeignDocument[];
  readonly codings: readonly ForeignCoding[];
  readonly cases: readonly ForeignCase[];
  readonly variables: readonly ForeignVariable[];
  readonly memos: readonly ForeignMemo[];
  /** What was found and cannot be carried over, by kind. */
  readonly left: readonly ForeignNote[];
};

export type ForeignProgram = 'QualCoder' | 'RQDA' | 'Taguette';

/** `key` names a thing within its project. */
export type ForeignCode = {
  readonly key: string;
  readonly parent: string | null;
  readonly name: string;
  readonly color: string | null;
  readonly description: string;
  /** False for a category, which only orders codes. */
  readonly codable: boolean;
};

export type ForeignDocument = {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  /** As the program stores it; offsets count in it, in UTF-16 units. */
  readonly text: string;
  readonly createdAt: string | null;
};

export type ForeignCoding = {
  readonly document: string;
  readonly code: string;
  readonly coder: string;
  readonly start: number;
  readonly end: number;
  /** The words the program stored beside the places, where it does. */
  readonly quote: string | null;
  readonly memo: string;
  readonly createdAt: string | null;
};

export type ForeignCase = {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly documents: readonly string[];
};

export type ForeignVariable = {
  readonly name: string;
  readonly scope: 'case' | 'document';
  readonly description: string;
  readonly values: readonly { readonly owner: string; readonly value: string }[];
};

export type ForeignMemo = {
  readonly title: string;
  readonly body: string;
  readonly coder: string;
  readonly createdAt: string | null;
  /** The passage it is about; null where it is about the project. */
  readonly about: { readonly document: string; readonly start: number; readonly end: number } | null;
};

export type ForeignNoteCode = (typeof foreignNoteCodes)[number];
export const foreignNoteCodes = [
  'places-mended',
  'codings-without-place',
  'codings-of-nothing',
  'codings-double',
  'deleted-left-out',
  'documents-without-text',
  'media-left-out',
  'picture-codings-left-out',
  'recording-codings-left-out',
  'further-cases-left-out',
  'values-left-out',
  'marks-left-out',
  'graphs-left-out',
  'file-folders-left-out',
  'codes-joined',
  'several-projects',
] as const;
export type ForeignNote = { readonly code: ForeignNoteCode; readonly count: number };

/** Counts of what is left out. */
export type ForeignTally = {
  readonly add: (code: ForeignNoteCode, count?: number) => void;
  readonly notes: () => readonly ForeignNote[];
};

export function createForeignTally(): ForeignTally {
  const counts = new Map<ForeignNoteCode, number>();
  return {
    add: (code, count = 1) => {
      counts.set(code, (counts.get(code) ?? 0) + count);
    },
    notes: () =>
      foreignNoteCodes.flatMap((code) => {
        const count = counts.get(code) ?? 0;
        return count === 0 ? [] : [{ code, count }];
      }),
  };
}
