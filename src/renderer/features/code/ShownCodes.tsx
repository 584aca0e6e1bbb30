// The codes of the open document with a tick each. A heading stands for its branch: its tick is that of all below it.

import { useMemo, useState } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { useT } from '../../services/text.ts';
import { ColorSwatch } from '../../ui/ColorPicker.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { type BranchRow, branchRows } from './branch-rows.ts';
import type { Shown } from './use-shown.ts';

/** Below this many a list is read faster than a search is typed. */
const worthSearching = 12;

export function ShownCodes({ shown, codes }: { readonly shown: Shown; readonly codes: readonly CodeSummary[] }) {
  const t = useT();
  const [query, setQuery] = useState('');
  const { hidden, counts } = shown;
  const rows = useMemo(() => branchRows(codes, counts.byCode), [codes, counts.byCode]);
  const words = query.trim().toLocaleLowerCase();
  const listed = words === '' ? rows : rows.filter(({ path }) => path.toLocaleLowerCase().includes(words));
  if (rows.length === 0) return null;
  const only = ({ branch }: BranchRow): void =>
    hidden.showOnly(
      branch,
      codes.map(({ guid }) => guid),
    );
  const set = (ids: readonly Guid[], isShown: boolean): void => {
    const changed = ids.filter((id) => hidden.hidden.has(id) === isShown);
    if (changed.length > 0) hidden.toggle(changed);
  };
  return (
    <fieldset className="code-shown-group">
      <legend>{t('seeing.shown.codes')}</legend>
      {rows.length > worthSearching && (
        <SearchField label={t('seeing.shown.search')} value={query} onChange={setQuery} />
      )}
      <div className="code-shown-codes">
        {listed.map((row) => {
          const off = row.branch.filter((id) => hidden.hidden.has(id)).length;
          return (
            <div key={row.id} className="code-shown-code" style={{ paddingInlineStart: `${row.depth}rem` }}>
              <label title={row.path}>
                <input
                  type="checkbox"
                  checked={off < row.branch.length}
                  ref={(box) => {
                    if (box) box.indeterminate = off > 0 && off < row.branch.length;
                  }}
                  onChange={({ target }) => set(row.branch, target.checked)}
                />
                <ColorSwatch color={row.color} />
                <span className="code-shown-name">{row.name}</span>
                <span className="code-shown-count">{row.count}</span>
              </label>
              <button
                type="button"
                className="code-shown-only"
                aria-label={t('seeing.shown.only.of', { code: row.path })}
                onClick={() => only(row)}
              >
                {t('seeing.shown.only')}
              </button>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
