import './links.css';
import { useState } from 'react';
import type { LinkKind } from '../../../shared/contract/links.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { Select } from '../../ui/Select.tsx';
import { LinkCard } from './LinkCard.tsx';
import { linkKinds } from './note-signs.ts';

const scopes = ['passage', 'document', 'project'] as const;
type Scope = (typeof scopes)[number];

/** The links of a passage, of the open document or of the study, beside the text. */
export function LinksPanel() {
  const t = useT();
  const documentId = usePlace((place) => place.documentId);
  const selection = usePlace((place) => place.selection);
  const [scope, setScope] = useState<Scope>('document');
  const [kind, setKind] = useState<LinkKind | 'all'>('all');
  const isPassage = scope === 'passage';
  const hasPlace = scope === 'project' || (documentId !== null && (!isPassage || selection !== null));
  const { data: links = [], isPending } = useAnswer(
    'links.list',
    {
      ...(scope === 'project' || documentId === null ? {} : { documentId }),
      ...(isPassage && selection ? { start: selection.start, end: selection.end } : {}),
      ...(kind === 'all' ? {} : { kinds: [kind] }),
    },
    { enabled: hasPlace },
  );
  return (
    <section className="links-panel" aria-label={t('links.title')}>
      <div className="links-filters">
        <Select
          label={t('links.scope')}
          size="small"
          value={scope}
          options={scopes.map((id) => ({ id, label: t(`links.scope.${id}`) }))}
          onChange={setScope}
        />
        <Select
          label={t('links.kind')}
          size="small"
          value={kind}
          options={[
            { id: 'all' as const, label: t('links.kind.all') },
            ...linkKinds.map((id) => ({ id, label: t(`links.kind.${id}`) })),
          ]}
          onChange={setKind}
        />
      </div>
      {hasPlace && links.length > 0 && <p className="links-count">{t('links.count', { n: links.length })}</p>}
      {hasPlace && links.map((link) => <LinkCard key={link.guid} link={link} />)}
      {!hasPlace && <p className="links-none">{t('links.where')}</p>}
      {hasPlace && !isPending && links.length === 0 && <p className="links-none">{t('links.none')}</p>}
    </section>
  );
}
