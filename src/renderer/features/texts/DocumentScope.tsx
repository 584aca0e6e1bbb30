import type { DocumentSummary } from '../../../shared/contract/documents.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useT } from '../../services/text.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Select } from '../../ui/Select.tsx';

export type Scope = { readonly kind: 'all' | 'open' | 'chosen'; readonly chosen: ReadonlySet<Guid> };

export type DocumentScopeProps = {
  readonly documents: readonly DocumentSummary[];
  readonly open: Guid | null;
  readonly scope: Scope;
  readonly onChange: (scope: Scope) => void;
};

/** The documents a search goes through; null for all. */
export function documentsOf({ kind, chosen }: Scope, open: Guid | null): readonly Guid[] | null {
  if (kind === 'all') return null;
  return kind === 'open' ? (open ? [open] : []) : [...chosen];
}

export function DocumentScope({ documents, open, scope, onChange }: DocumentScopeProps) {
  const t = useT();
  const options = [
    { id: 'all' as const, label: t('texts.scope.all', { n: documents.length }) },
    ...(open ? [{ id: 'open' as const, label: t('texts.scope.open') }] : []),
    { id: 'chosen' as const, label: t('texts.scope.chosen', { n: scope.chosen.size }) },
  ];
  const toggle = (guid: Guid, isChosen: boolean): void => {
    const chosen = new Set(scope.chosen);
    if (isChosen) chosen.add(guid);
    else chosen.delete(guid);
    onChange({ ...scope, chosen });
  };
  return (
    <>
      <Select
        label={t('texts.scope')}
        options={options}
        value={scope.kind}
        onChange={(kind) => onChange({ ...scope, kind })}
      />
      {scope.kind === 'chosen' && (
        <fieldset className="texts-scope">
          <legend className="visually-hidden">{t('texts.scope.which')}</legend>
          {documents.map(({ guid, title }) => (
            <Checkbox key={guid} isSelected={scope.chosen.has(guid)} onChange={(isChosen) => toggle(guid, isChosen)}>
              <span className="ellipsis">{title}</span>
            </Checkbox>
          ))}
        </fieldset>
      )}
    </>
  );
}
