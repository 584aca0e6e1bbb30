import { codeKind, type CodeKind, type CodeSummary } from '../../../shared/contract/codes.ts';
import { CodePicker } from '../../parts/CodePicker.tsx';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';
import type { Chooser, Row } from './use-chooser.ts';

export type QuickNewProps = {
  readonly chooser: Chooser;
  readonly row: Extract<Row, { readonly key: 'new' }>;
  readonly codes: readonly CodeSummary[];
};

/** Where a new code goes in the tree, and what kind of code it is. A path typed with slashes says the former too. */
export function QuickNew({ chooser, row, codes }: QuickNewProps) {
  const t = useT();
  const kinds = codeKind.options.map((id) => ({ id, label: t(`codebook.kind.${id}`) }));
  return (
    <div className="code-quick-new">
      <CodePicker
        label={t('coding.quick.parent')}
        codes={codes}
        value={row.made.parent}
        onChange={(parent) => chooser.setParent(parent)}
        placeholder={t('coding.quick.parent.none')}
      />
      <Select<CodeKind | 'none'>
        label={t('coding.quick.kind')}
        options={[{ id: 'none', label: t('codebook.card.kind.none') }, ...kinds]}
        value={chooser.kind ?? 'none'}
        onChange={(kind) => chooser.setKind(kind === 'none' ? null : kind)}
      />
      <Button size="small" variant="primary" onPress={() => chooser.take(row)}>
        {t('coding.quick.make')}
      </Button>
    </div>
  );
}
