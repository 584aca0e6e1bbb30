// The displays of the area, in the order they are offered. Whoever adds one adds it here, and its words in
// `src/shared/i18n`: `display.view.NAME` and `display.command.NAME`.

import type { ComponentType } from 'react';
import type { ProjectInfo } from '../../../shared/contract/project.ts';
import { AnswersDisplay } from './answers/AnswersDisplay.tsx';
import { AgreementDisplay } from './agreement/AgreementDisplay.tsx';
import { CodingMatrixDisplay } from './coding-matrix/CodingMatrixDisplay.tsx';
import { CrosstabDisplay } from './crosstab/CrosstabDisplay.tsx';
import { SequenceDisplay } from './sequence/SequenceDisplay.tsx';
import { RetrievalDisplay } from './retrieval/RetrievalDisplay.tsx';
import { BarsDisplay } from './bars/BarsDisplay.tsx';
import { CodeLineDisplay } from './code-line/CodeLineDisplay.tsx';
import { FlowDisplay } from './flow/FlowDisplay.tsx';
import type { Opened } from './opened.ts';
import type { OfferResult } from './results/use-keepable.ts';
import { ProximityDisplay } from './proximity/ProximityDisplay.tsx';
import { SaturationDisplay } from './saturation/SaturationDisplay.tsx';
import type { Scope, ScopeFilter } from './scope/scope.ts';
import type { Study } from './scope/use-scope.ts';
import { SimilarDisplay } from './similar/SimilarDisplay.tsx';
import { WordsDisplay } from './words/WordsDisplay.tsx';

/** What a display that runs a job of its own gets. */
export type OwnDisplayProps = {
  readonly filter: ScopeFilter;
  readonly scope: Scope;
  readonly study: Study;
  readonly project: ProjectInfo['project'];
  readonly moment: (iso: string) => string;
  readonly onOpen: (opened: Opened) => void;
  /** Looks at something else, such as what a query was kept with. */
  readonly onScope: (to: Partial<Scope>) => void;
  /** What is on screen, to be kept; `useKeepable` calls it. */
  readonly onKeepable: OfferResult;
};

/** What a display shows: the frequencies, the co-occurrence matrix, or the result of a job of its own. */
export type DisplayEntry =
  | { readonly id: string; readonly shows: 'frequency' | 'matrix' }
  | {
      readonly id: string;
      readonly shows: 'own';
      readonly View: ComponentType<OwnDisplayProps>;
      readonly needsLevel?: boolean;
    };

export const displays = [
  { id: 'frequency', shows: 'frequency' },
  { id: 'bars', shows: 'own', View: BarsDisplay },
  { id: 'heatmap', shows: 'matrix' },
  { id: 'network', shows: 'matrix' },
  { id: 'dendrogram', shows: 'matrix' },
  { id: 'retrieval', shows: 'own', View: RetrievalDisplay },
  { id: 'crosstab', shows: 'own', View: CrosstabDisplay },
  { id: 'coding-matrix', shows: 'own', View: CodingMatrixDisplay },
  { id: 'sequence', shows: 'own', View: SequenceDisplay },
  { id: 'map', shows: 'matrix' },
  { id: 'proximity', shows: 'own', needsLevel: true, View: ProximityDisplay },
  { id: 'code-line', shows: 'own', View: CodeLineDisplay },
  { id: 'flow', shows: 'own', View: FlowDisplay },
  { id: 'saturation', shows: 'own', View: SaturationDisplay },
  { id: 'answers', shows: 'own', View: AnswersDisplay },
  { id: 'words', shows: 'own', View: WordsDisplay },
  { id: 'similar', shows: 'own', View: SimilarDisplay },
  { id: 'agreement', shows: 'own', View: AgreementDisplay },
] as const satisfies readonly DisplayEntry[];

type Listed = (typeof displays)[number];
export type DisplayId = Listed['id'];
/** Pictures of the co-occurrence matrix. */
export type MatrixDisplayId = Extract<Listed, { readonly shows: 'matrix' }>['id'];
export type Display =
  | { readonly id: DisplayId; readonly shows: 'frequency' }
  | { readonly id: MatrixDisplayId; readonly shows: 'matrix' }
  | {
      readonly id: DisplayId;
      readonly shows: 'own';
      readonly View: ComponentType<OwnDisplayProps>;
      readonly needsLevel?: boolean;
    };

/** The display of a name that was remembered; the first where there is none. */
export function displayOf(id: string): Display {
  return displays.find((each) => each.id === id) ?? displays[0];
}
