import './picker.css';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import type { Guid } from '../../shared/domain/ids.ts';
import { useNumber, useT } from '../services/text.ts';
import { useVisibleRows } from './use-visible-rows.ts';
import { Button } from '../ui/Button.tsx';
import { Popover } from '../ui/Popover.tsx';
import { SearchField } from '../ui/SearchField.tsx';

export type PickerItem = {
  readonly guid: Guid;
  readonly name: string;
  /** Read where the name is cut, and searched. */
  readonly fullName: string;
  readonly depth: number;
  readonly color?: string;
};

export type PickerProps = {
  readonly label: string;
  readonly items: readonly PickerItem[];
  readonly chosen: readonly Guid[];
  readonly onChange: (chosen: Guid[]) => void;
  /** A further choice below the list. */
  readonly footer?: ReactNode;
  /** What none chosen means, where it is not all. */
  readonly none?: string;
};

/** Chooses some of many; none chosen means all, unless it is said otherwise. */
export function Picker({ label, items, chosen, onChange, footer, none }: PickerProps) {
  const t = useT();
  const number = useNumber();
  const known = useMemo(() => new Set(items.map(({ guid }) => guid)), [items]);
  const count = chosen.filter((guid) => known.has(guid)).length;
  const state =
    count === 0
      ? (none ?? t('display.scope.all'))
      : t('display.scope.some', { count: number(count), total: number(items.length) });
  return (
    <DialogTrigger>
      <Button className={count === 0 ? 'display-picker' : 'display-picker display-picker-some'}>
        <span className="display-picker-label">{label}</span> {state}
      </Button>
      <Popover label={label} className="display-picker-popover">
        <PickerList label={label} items={items} chosen={chosen} onChange={onChange} />
        <div className="display-picker-footer">
          {footer}
          <Button size="small" variant="quiet" isDisabled={count === 0} onPress={() => onChange([])}>
            {t('display.scope.clear')}
          </Button>
        </div>
      </Popover>
    </DialogTrigger>
  );
}

/** Pixels; `.display-picker-row` has the same. */
const rowHeight = 26;

/** Of hundreds of items only those in view are elements, and the one with the focus. */
function PickerList({ label, items, chosen, onChange }: Omit<PickerProps, 'footer'>) {
  const t = useT();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim().toLocaleLowerCase());
  const [focused, setFocused] = useState(-1);
  const shown = items.filter(({ fullName }) => fullName.toLocaleLowerCase().includes(wanted));
  const { scroller, indexes, height, topOf } = useVisibleRows({
    count: shown.length,
    rowHeight,
    kept: [focused],
    expected: 320,
  });
  const set = new Set(chosen);
  const toggle = (guid: Guid): void =>
    onChange(set.has(guid) ? chosen.filter((each) => each !== guid) : [...chosen, guid]);
  return (
    <>
      <SearchField label={t('display.scope.find')} value={search} onChange={setSearch} autoFocus />
      <div className="display-picker-list" ref={scroller}>
        <ul aria-label={label} style={{ height }}>
          {indexes.map((index) => {
            const item = shown[index];
            if (!item) return null;
            const { guid, name, fullName, depth, color } = item;
            return (
              <li
                key={guid}
                className="display-picker-row"
                style={{ top: topOf(index) }}
                aria-setsize={shown.length}
                aria-posinset={index + 1}
              >
                <label className="display-picker-item" style={{ paddingInlineStart: `${depth}rem` }} title={fullName}>
                  <input
                    type="checkbox"
                    checked={set.has(guid)}
                    onFocus={() => setFocused(index)}
                    onChange={() => toggle(guid)}
                  />
                  {color !== undefined && <span className="display-chip" style={{ background: color }} />}
                  <span className="ellipsis">{name}</span>
                </label>
              </li>
            );
          })}
        </ul>
      </div>
      {shown.length === 0 && <p className="display-note">{t('display.scope.none-fits')}</p>}
    </>
  );
}
