import { Plus, Trash2 } from 'lucide-react';
import type { CodeSummary } from '../../../../shared/contract/codes.ts';
import type { DisplayAxis } from '../../../../shared/contract/displays.ts';
import { DayField } from '../../../parts/DayField.tsx';
import { CodePicker } from '../../../parts/CodePicker.tsx';
import { useT } from '../../../services/text.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/TextField.tsx';

type Item = Extract<DisplayAxis, { by: 'items' }>['items'][number];

export type ItemFieldsProps = {
  readonly items: readonly Item[];
  readonly codes: readonly CodeSummary[];
  readonly onChange: (items: Item[]) => void;
};

/** Lines of the display's own: conditions, phases, events, bullets under a heading. */
export function ItemFields({ items, codes, onChange }: ItemFieldsProps) {
  const t = useT();
  const change = (place: number, to: Item): void => onChange(items.map((item, at) => (at === place ? to : item)));
  return (
    <div className="matrices-items">
      {items.map((item, place) => {
        const { group: _, ...withoutGroup } = item;
        const { codeId: __, ...withoutCode } = item;
        const { date: ___, ...withoutDate } = item;
        return (
          <div
            key={item.id}
            className="matrices-item-fields"
            role="group"
            aria-label={t('matrices.item', { n: place + 1 })}
          >
            <TextField
              label={t('matrices.item.label')}
              value={item.label}
              maxLength={500}
              onChange={(label) => change(place, { ...item, label })}
            />
            <TextField
              label={t('matrices.item.group')}
              value={item.group ?? ''}
              maxLength={200}
              onChange={(group) => change(place, group === '' ? withoutGroup : { ...item, group })}
            />
            <DayField
              label={t('matrices.item.date')}
              hint={t('matrices.item.date.hint')}
              value={item.date ?? ''}
              isReadOnly={false}
              onSave={(date) => change(place, date === null ? withoutDate : { ...item, date })}
            />
            <CodePicker
              label={t('matrices.item.code')}
              codes={codes}
              value={item.codeId ?? null}
              onChange={(codeId) => change(place, codeId === null ? withoutCode : { ...item, codeId })}
            />
            <IconButton
              label={t('matrices.item.remove', { name: item.label })}
              icon={<Trash2 />}
              onPress={() => onChange(items.filter((each) => each !== item))}
            />
          </div>
        );
      })}
      <Button
        size="small"
        icon={<Plus aria-hidden="true" />}
        onPress={() => onChange([...items, { id: crypto.randomUUID(), label: '', ...groupOf(items) }])}
      >
        {t('matrices.item.add')}
      </Button>
    </div>
  );
}

/** The next bullet mostly belongs under the same heading. */
function groupOf(items: readonly Item[]): Pick<Item, 'group'> {
  const group = items.at(-1)?.group;
  return group === undefined ? {} : { group };
}
