import type { ReactNode } from 'react';
import { useAnswer } from '../../services/answers.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { DocumentDetails } from './DocumentDetails.tsx';

/** The details of the document the place names, for parts of the window that stand beside its text. */
export function OpenDocumentDetails({ memos }: { readonly memos?: ReactNode }) {
  const t = useT();
  const documentId = usePlace((place) => place.documentId);
  const document = useAnswer('documents.list', {}).data?.find(({ guid }) => guid === documentId);
  if (!document) return <p className="collect-none">{t('collect.details.empty')}</p>;
  return <DocumentDetails key={document.guid} document={document} memos={memos} />;
}
