import { useState } from 'react';
import { codeKind, type CodeKind, type CodeSummary } from '../../../shared/contract/codes.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { ColorPicker } from '../../ui/ColorPicker.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Select } from '../../ui/Select.tsx';
import { CodeGround } from './CodeGround.tsx';
import './codebook.css';

export type CodeCardProps = { readonly code: CodeSummary };

/** Fields of the card that are plain text, in the order a codebook prints them. */
const proseFields = ['description', 'include', 'exclude', 'typicalExample', 'counterExample'] as const;
type ProseField = (typeof proseFields)[number];

/** The code card: every field saves by itself, each save is one step that undo takes back. */
export function CodeCard({ code }: CodeCardProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const [isColoring, setColoring] = useState(false);
  const codeId = code.guid;
  const field = (name: ProseField) => (
    <AutosaveField
      key={name}
      label={t(`codebook.card.${name}`)}
      hint={t(`codebook.card.${name}.help`)}
      value={code[name]}
      rows={2}
      isReadOnly={!canChange}
      onSave={(text) => perform('codes.update', { codeId, [name]: text })}
    />
  );
  const above = code.path.slice(0, -1).join(pathSeparator);
  return (
    <section className="codebook-card" aria-label={t('codebook.card.title')}>
      <div className="codebook-card-head">
        <button
          type="button"
          className="codebook-card-color"
          aria-label={t('codebook.recolor.title', { name: code.name })}
          disabled={!canChange}
          onClick={() => setColoring(true)}
        >
          <span style={{ backgroundColor: code.color }} />
        </button>
        <AutosaveField
          label={t('codebook.card.name')}
          value={code.name}
          isNeeded
          isReadOnly={!canChange}
          onSave={(name) => perform('codes.update', { codeId, name })}
        />
      </div>
      {above !== '' && <p className="codebook-card-path">{t('codebook.card.path', { path: above })}</p>}
      <p className="codebook-card-facts">
        {t('inspector.code.used', { codings: code.codings, documents: code.documents })}
      </p>
      <Select
        label={t('codebook.card.kind')}
        value={code.kind ?? 'none'}
        isDisabled={!canChange}
        options={[
          { id: 'none' as const, label: t('codebook.card.kind.none') },
          ...codeKind.options.map((id) => ({ id, label: t(`codebook.kind.${id}`) })),
        ]}
        onChange={(kind: CodeKind | 'none') =>
          void perform('codes.update', { codeId, kind: kind === 'none' ? null : kind })
        }
      />
      {field('description')}
      <div className="codebook-card-pair">
        {field('include')}
        {field('exclude')}
      </div>
      <div className="codebook-card-pair codebook-card-quote">
        {field('typicalExample')}
        {field('counterExample')}
      </div>
      <CodeGround code={code} />
      <div>
        <Checkbox
          isSelected={code.codable}
          isDisabled={!canChange}
          onChange={(codable) => void perform('codes.update', { codeId, codable })}
        >
          {t('codebook.card.codable')}
        </Checkbox>
        <p className="field-hint">{t('codebook.card.codable.help')}</p>
      </div>
      <Dialog
        title={t('codebook.recolor.title', { name: code.name })}
        size="small"
        isOpen={isColoring}
        onClose={() => setColoring(false)}
      >
        <ColorPicker
          label={t('codebook.card.color')}
          value={code.color}
          onChange={(color) => {
            setColoring(false);
            void perform('codes.update', { codeId, color });
          }}
        />
      </Dialog>
    </section>
  );
}
