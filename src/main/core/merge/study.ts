// A study on its way between a file and a project: plain data, objects known by GUID, rows named as in the project
// file. What the file does not say is absent, so that a merge leaves it as it is. Readers of other formats fill it,
// the merge compares and stores it, exports are written from it.

import type { CodeKind } from '../../../shared/contract/codes.ts';
import type { CodingState } from '../../../shared/contract/codings.ts';
import type { VariableScope, VariableType } from '../../../shared/contract/cases.ts';
import type { DocumentKind } from '../../../shared/contract/documents.ts';
import type { LinkKind } from '../../../shared/contract/links.ts';
import type { MemoKind, MemoTarget } from '../../../shared/contract/memos.ts';
import type { SpeakerRole } from '../../../shared/contract/speakers.ts';
import type { Language } from '../../../shared/contract/values.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import type { PageStarts } from '../../../shared/domain/pages.ts';
import type { Splice } from '../../../shared/domain/segments.ts';
import type { OwnRows } from '../../db/own-rows.ts';
import type { StoredText } from '../../db/stored-text.ts';
import type { RefiNode, RefiTag } from '../importers/refi/schema.ts';

export type Study = {
  readonly project: StudyProject;
  /** Parents before their children, siblings in their order. */
  readonly codes: readonly CodePart[];
  readonly coders: readonly CoderPart[];
  readonly variables: readonly VariablePart[];
  readonly cases: readonly CasePart[];
  readonly documents: readonly DocumentPart[];
  readonly values: readonly ValuePart[];
  readonly codings: readonly CodingPart[];
  readonly memos: readonly MemoPart[];
  readonly passages: readonly PassagePart[];
  readonly pages: readonly PagesPart[];
  readonly links: readonly LinkPart[];
  readonly questions: readonly QuestionPart[];
  readonly sections: readonly SectionPart[];
  readonly speakers: readonly SpeakerPart[];
  readonly favourites: readonly Guid[];
  /** Texts that people gave a name. */
  readonly named: readonly NamedTextsPart[];
  /** Rows that only Simpul has, by table: research questions, displays, propositions and so on. */
  readonly own: OwnRows;
  readonly kept: readonly KeptPart[];
  readonly files: readonly KeptFile[];
};

export type StudyProject = {
  readonly guid?: Guid;
  readonly name: string;
  readonly description: string;
  readonly language?: Language;
  readonly fictional?: number;
  readonly created_at?: string;
};

/** Who and when; absent where the file does not say. */
type Made = { readonly created_by?: Guid | null; readonly created_at?: string };
type Changed = { readonly modified_at?: string };

export type CoderPart = {
  readonly guid: Guid;
  readonly name: string;
  readonly initials: string;
  readonly color?: string;
  readonly created_at?: string;
};

export type CodePart = Made &
  Changed & {
    readonly guid: Guid;
    readonly parent: Guid | null;
    readonly name: string;
    /** These three only tables of codes may leave unsaid. */
    readonly color?: string;
    readonly description?: string;
    readonly codable?: number;
    readonly include_rule?: string;
    readonly exclude_rule?: string;
    readonly typical_example?: string;
    readonly counter_example?: string;
    readonly kind?: CodeKind | null;
    readonly theory?: string | null;
  };

export type VariablePart = {
  readonly guid: Guid;
  readonly name: string;
  readonly description: string;
  readonly type: VariableType;
  readonly scope: VariableScope;
  /** JSON, as in the project file. */
  readonly choices?: string;
};

export type CasePart = { readonly guid: Guid; readonly name: string; readonly description: string };

export type DocumentPart = Made &
  Changed & {
    readonly guid: Guid;
    readonly title: string;
    readonly description: string;
    /** With `\n` for every line end. */
    readonly text: string;
    /** The text made ready for the project file, where a worker has done so. */
    readonly stored?: StoredText;
    readonly kind?: DocumentKind;
    readonly language?: string;
    readonly date?: string | null;
    readonly place?: string;
    readonly case?: Guid | null;
    readonly original_name?: string;
  };

export type ValuePart = {
  readonly variable: Guid;
  readonly owner: { readonly kind: 'case' | 'document'; readonly guid: Guid };
  readonly value: string;
};

export type CodingPart = Changed & {
  readonly guid: Guid;
  readonly document: Guid;
  readonly code: Guid;
  readonly coder: Guid | null;
  readonly start: number;
  readonly end: number;
  readonly weight?: number | null;
  readonly state?: CodingState;
  readonly former_quote?: string | null;
  readonly created_at?: string;
};

export type MemoPart = Made &
  Changed & {
    readonly guid: Guid;
    readonly title: string;
    readonly body: string;
    readonly kind?: MemoKind;
    readonly targets: readonly MemoTarget[];
  };

export type PassagePart = {
  readonly guid: Guid;
  readonly document: Guid;
  readonly start: number;
  readonly end: number;
  /** Only where its words were all removed: its last ones. */
  readonly quote?: string;
};

/** Where the pages of a document's file begin in its text. */
export type PagesPart = { readonly document: Guid; readonly starts: PageStarts };

export type LinkPart = Made &
  Changed & {
    readonly guid: Guid;
    readonly kind: LinkKind;
    /** Passages. */
    readonly from: Guid;
    readonly to: Guid;
    readonly note?: string;
  };

/** Former texts of a document that have names, the latest first. */
export type NamedTextsPart = {
  readonly document: Guid;
  readonly states: readonly {
    /** What leads from the state before in this list, or from the present text, to this one, in this order. */
    readonly back: readonly Splice[];
    readonly names: readonly {
      readonly guid: Guid;
      readonly name: string;
      readonly created_by: Guid | null;
      readonly created_at: string;
    }[];
  }[];
};

export type QuestionPart = { readonly guid: Guid; readonly label: string; readonly wording: string };
export type SectionPart = { readonly guid: Guid; readonly question: Guid; readonly passage: Guid };
export type SpeakerPart = {
  readonly guid: Guid;
  readonly name: string;
  readonly role: SpeakerRole;
  readonly color: string | null;
  readonly case: Guid | null;
};

/**
 * A part in the words of the standard. Where Simpul has a row for it (`shown`), the row is the truth, and the part
 * says what the row cannot.
 */
export type KeptPart = {
  readonly kind: RefiTag;
  readonly guid: Guid;
  /** The part in which it stands, where that is one of its own. */
  readonly owner: Guid | null;
  readonly shown: boolean;
  readonly node: RefiNode;
  /** Values that Simpul made up where the file had none, by attribute: they do not go out. */
  readonly made: Readonly<Record<string, string>>;
};

export type KeptFile = { readonly name: string; readonly bytes: Uint8Array };

export const emptyStudy: Study = {
  project: { name: '', description: '' },
  codes: [],
  coders: [],
  variables: [],
  cases: [],
  documents: [],
  values: [],
  codings: [],
  memos: [],
  passages: [],
  pages: [],
  links: [],
  questions: [],
  sections: [],
  speakers: [],
  favourites: [],
  named: [],
  own: {},
  kept: [],
  files: [],
};
