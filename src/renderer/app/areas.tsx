// The one place that knows every feature: features never import each other, so their parts meet here.

import { CasesPage } from '../features/cases/CasesPage.tsx';
import { CodeTree } from '../features/codebook/CodeTree.tsx';
import { ReductionPages } from '../features/codebook/ReductionPages.tsx';
import { ReductionArea } from '../features/code/ReductionArea.tsx';
import { CollectionArea } from '../features/collect/CollectionArea.tsx';
import { CondensePage } from '../features/condense/CondensePage.tsx';
import { QuestionsPage } from '../features/questions/QuestionsPage.tsx';
import { SamplingPage } from '../features/field/SamplingPage.tsx';
import { SummariesPage } from '../features/field/SummariesPage.tsx';
import { DocumentList } from '../features/collect/DocumentList.tsx';
import { OpenDocumentDetails } from '../features/collect/OpenDocumentDetails.tsx';
import { ConclusionArea } from '../features/conclude/ConclusionArea.tsx';
import { ClaimGraph } from '../features/display/claims/ClaimGraph.tsx';
import { DisplayPages } from '../features/display/DisplayPages.tsx';
import { Inspector } from '../features/inspector/Inspector.tsx';
import { LinkDialogs } from '../features/links/LinkDialogs.tsx';
import { LinksPage } from '../features/links/LinksPage.tsx';
import { LinksPanel } from '../features/links/LinksPanel.tsx';
import { NoteCounts } from '../features/links/NoteCounts.tsx';
import { TextNotes } from '../features/links/TextNotes.tsx';
import { MemoReader } from '../features/memos/MemoReader.tsx';
import { MemoSlot } from '../features/memos/MemoSlot.tsx';
import { MemosPage } from '../features/memos/MemosPage.tsx';
import { QuotationList } from '../features/quotations/QuotationList.tsx';
import { PlayerStrip } from '../features/structure/PlayerStrip.tsx';
import { SearchPage } from '../features/search/SearchPage.tsx';
import { StructurePanel } from '../features/structure/StructurePanel.tsx';
import type { Area } from '../services/place.ts';

export function AreaContent({ area }: { readonly area: Area }) {
  switch (area) {
    case 'collection':
      return (
        <CollectionArea
          questions={<QuestionsPage />}
          summaries={<SummariesPage />}
          sampling={<SamplingPage />}
          cases={<CasesPage memos={<MemoSlot />} />}
          memos={<MemosPage />}
          documentMemos={<MemoSlot />}
        />
      );
    case 'reduction':
      return (
        <>
          <ReductionPages
            condense={<CondensePage />}
            coding={<Coding />}
            search={<SearchPage />}
            memos={<MemosPage />}
            links={<LinksPage />}
          />
          <LinkDialogs />
        </>
      );
    case 'display':
      return <DisplayPages quotations={<QuotationList />} />;
    case 'conclusion':
      return <ConclusionArea quotations={<QuotationList />} graph={<ClaimGraph />} />;
  }
}

function Coding() {
  const inspector = (
    <Inspector
      memos={<MemoSlot />}
      memo={<MemoReader />}
      document={<OpenDocumentDetails memos={<MemoSlot />} />}
      links={<LinksPanel />}
      noteCounts={<NoteCounts />}
    />
  );
  return (
    <ReductionArea
      documents={<DocumentList />}
      codeTree={<CodeTree />}
      inspector={inspector}
      structure={<StructurePanel />}
      player={
        <>
          <TextNotes />
          <PlayerStrip />
        </>
      }
    />
  );
}
