import { StickyNote, Trash2 } from 'lucide-react';
import { itemState, type FormItem } from '../../../shared/contract/forms.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';

/** A line of a summary: a note, something to do, or done; it can become a memo. */
export function FormLine({ item }: { readonly item: FormItem }) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const itemId = item.guid;
  return (
    <div className="field-line">
      <AutosaveField
        label={t('forms.line')}
        isLabelHidden
        value={item.text}
        rows={1}
        autoFocus={item.text === ''}
        isReadOnly={!canChange}
        onSave={(text) => perform('forms.updateItem', { itemId, text })}
      />
      <Select
        label={t('forms.line.state')}
        isLabelHidden
        size="small"
        value={item.state}
        isDisabled={!canChange}
        options={itemState.options.map((id) => ({ id, label: t(`forms.state.${id}`) }))}
        onChange={(state) => void perform('forms.updateItem', { itemId, state })}
      />
      <IconButton
        label={t(item.memo === null ? 'forms.line.memo' : 'forms.line.memo.made')}
        icon={<StickyNote />}
        size="small"
        isDisabled={!canChange || item.memo !== null || item.text.trim() === ''}
        onPress={() => void perform('forms.toMemo', { itemId })}
      />
      <IconButton
        label={t('forms.line.remove')}
        icon={<Trash2 />}
        size="small"
        isDisabled={!canChange}
        onPress={() => void perform('forms.removeItems', { itemIds: [itemId] })}
      />
    </div>
  );
}
