import type { ComponentType, ReactNode } from 'react';
import type { Area } from '../services/place.ts';
import { useT } from '../services/text.ts';
import { EmptyState } from '../ui/EmptyState.tsx';

// The one place that knows every feature: features never import each other, so their parts meet here.
const features = import.meta.glob<Record<string, ComponentType<Record<string, ReactNode>>>>(
  [
    '../features/collect/{CollectionArea,DocumentList,OpenDocumentDetails}.tsx',
    '../features/cases/CasesPage.tsx',
    '../features/memos/{MemosPage,MemoReader,MemoSlot}.tsx',
    '../features/code/ReductionArea.tsx',
    '../features/codebook/{CodeTree,ReductionPages}.tsx',
    '../features/inspector/Inspector.tsx',
    '../features/display/DisplayArea.tsx',
    '../features/quotations/QuotationList.tsx',
    '../features/conclude/ConclusionArea.tsx',
  ],
  { eager: true },
);

export function AreaContent({ area }: { readonly area: Area }) {
  switch (area) {
    case 'collection':
      return (
        <Part
          name="CollectionArea"
          slots={{
            cases: <Part name="CasesPage" slots={{ memos: <Part name="MemoSlot" /> }} />,
            memos: <Part name="MemosPage" />,
            documentMemos: <Part name="MemoSlot" />,
          }}
        />
      );
    case 'reduction':
      return <Part name="ReductionPages" slots={{ coding: <Coding />, memos: <Part name="MemosPage" /> }} />;
    case 'display':
      return <Part name="DisplayArea" slots={{ quotations: <Part name="QuotationList" /> }} />;
    case 'conclusion':
      return <Part name="ConclusionArea" slots={{ quotations: <Part name="QuotationList" /> }} />;
  }
}

function Coding() {
  const inspector = {
    memos: <Part name="MemoSlot" />,
    memo: <Part name="MemoReader" />,
    document: <Part name="OpenDocumentDetails" slots={{ memos: <Part name="MemoSlot" /> }} />,
  };
  return (
    <Part
      name="ReductionArea"
      slots={{
        documents: <Part name="DocumentList" />,
        codeTree: <Part name="CodeTree" />,
        inspector: <Part name="Inspector" slots={inspector} />,
      }}
    />
  );
}

function Part({ name, slots = {} }: { readonly name: string; readonly slots?: Record<string, ReactNode> }) {
  const t = useT();
  const module = Object.entries(features).find(([path]) => path.endsWith(`/${name}.tsx`))?.[1];
  const Component = module?.[name];
  if (!Component) return <EmptyState title={t('app.area.coming')} />;
  return <Component {...slots} />;
}
