// The codings of the document as a list: find some, choose several, act on them together.

import { Check, Combine, Gauge, Tag, Trash2, X } from 'lucide-react';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { runCommand, useCommand, useShortcut } from '../../commands/registry.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { IconButton } from '../../ui/Button.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { plain } from './code-search.ts';
import { CodingRows } from './CodingRows.tsx';
import { targetsOf } from './coding-targets.ts';
import { useCode } from './store.ts';

export type CodingPanelProps = {
  readonly codings: readonly PlacedCoding[];
  readonly codes: readonly CodeSummary[];
  /** The words of a range. */
  readonly slice: (start: number, end: number) => string;
  readonly onGoTo: (coding: PlacedCoding, focus: boolean) => void;
};

export function CodingPanel({ codings, codes, slice, onGoTo }: CodingPanelProps) {
  const t = useT();
  const [filter, setFilter] = useState('');
  const wanted = useDeferredValue(filter);
  const chosen = useCode((state) => state.chosen);
  const codingId = usePlace((place) => place.codingId);
  const byCode = useMemo(() => new Map(codes.map((code) => [code.guid, code])), [codes]);
  const shown = useMemo(() => {
    const placed = codings.filter(({ state }) => state !== 'orphaned');
    const words = plain(wanted.trim());
    if (words === '') return placed;
    return placed.filter(
      ({ code, start, end }) =>
        plain(byCode.get(code)?.path.join(pathSeparator) ?? '').includes(words) ||
        plain(slice(start, end)).includes(words),
    );
  }, [codings, byCode, slice, wanted]);
  const targets = targetsOf(codings, { codingId, chosen });
  return (
    <section className="code-codings" aria-label={t('coding.list')}>
      <header className="code-codings-head">
        <h3 className="code-codings-title">{t('coding.list')}</h3>
        <SearchField label={t('coding.list.filter')} value={filter} onChange={setFilter} />
        <output className="code-codings-count">
          {targets.length > 1
            ? t('coding.list.chosen', { n: targets.length })
            : t('coding.list.count', { n: shown.length })}
        </output>
        <Toolbar label={t('coding.list.actions')}>
          <Action id="code.change" icon={<Tag />} />
          <Action id="code.weight" icon={<Gauge />} />
          <Action id="code.join" icon={<Combine />} />
          <Action id="code.accept" icon={<Check />} />
          <Action id="code.remove" icon={<Trash2 />} />
        </Toolbar>
        <IconButton label={t('coding.list.close')} icon={<X />} size="small" onPress={() => runCommand('code.list')} />
      </header>
      {shown.length === 0 ? (
        <p className="code-codings-empty">{t(filter === '' ? 'coding.list.empty' : 'coding.list.none')}</p>
      ) : (
        <CodingRows codings={shown} codes={byCode} slice={slice} onGoTo={onGoTo} />
      )}
    </section>
  );
}

function Action({ id, icon }: { readonly id: string; readonly icon: ReactNode }) {
  const t = useT();
  const command = useCommand(id);
  const shortcut = useShortcut(id);
  if (!command) return null;
  return (
    <IconButton
      label={t(command.label)}
      icon={icon}
      size="small"
      shortcut={shortcut}
      isDisabled={command.isEnabled?.() === false}
      onPress={() => runCommand(id)}
    />
  );
}
