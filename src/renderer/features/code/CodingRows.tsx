import { StickyNote } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useState } from 'react';
import type { PlacedCoding } from '../../../shared/contract/codings.ts';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CodeLabel } from '../../parts/CodeLabel.tsx';
import { asksForMenu } from '../../parts/open-menu-at.ts';
import { useVisibleRows } from '../../parts/use-visible-rows.ts';
import { usePlace } from '../../services/place.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { choose, type How, present, rowOfKey } from './list-selection.ts';
import { useCode } from './store.ts';

export type CodingRowsProps = {
  readonly codings: readonly PlacedCoding[];
  readonly codes: ReadonlyMap<Guid, CodeSummary>;
  readonly slice: (start: number, end: number) => string;
  readonly onGoTo: (coding: PlacedCoding, focus: boolean) => void;
};

/** Height of a line in pixels, the same for all, so that only those in view are drawn. */
const rowHeight = 30;
const pageLength = 8;
const longestQuote = 300;

export function CodingRows({ codings, codes, slice, onGoTo }: CodingRowsProps) {
  const t = useT();
  const id = useId();
  const codingId = usePlace((place) => place.codingId);
  const chosen = useCode((state) => state.chosen);
  const [anchor, setAnchor] = useState<Guid | null>(null);
  const ids = codings.map(({ guid }) => guid);
  const at = codingId === null ? -1 : ids.indexOf(codingId);
  const { scroller, indexes, height, topOf, bringIntoView } = useVisibleRows({
    count: codings.length,
    rowHeight,
    kept: [at],
  });
  useEffect(() => bringIntoView(at), [bringIntoView, at]);
  const picked = new Set(codingId !== null && !chosen.includes(codingId) ? [codingId] : chosen);

  const pick = (guid: Guid, how: How): void => {
    const next = choose(
      ids,
      present(ids, { active: codingId, anchor: anchor ?? codingId, chosen: [...picked] }),
      guid,
      how,
    );
    setAnchor(next.anchor);
    useCode.getState().set({ chosen: next.chosen });
    // The active coding is one of the chosen: what is let go cannot stay it.
    usePlace.getState().go({ codingId: next.chosen.includes(guid) ? guid : (next.chosen.at(-1) ?? null) });
    const coding = codings.find((other) => other.guid === guid);
    if (coding) onGoTo(coding, false);
  };
  const openMenu = (x: number, y: number): void =>
    useCode.getState().set({ menu: { x, y, codings: [...picked], choose: false, inList: true } });
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const isMod = event.ctrlKey || event.metaKey;
    const row = event.altKey ? null : rowOfKey(event.key, Math.max(0, at), codings.length, pageLength);
    const guid = row === null ? undefined : ids[at < 0 ? 0 : row];
    if (guid !== undefined) pick(guid, event.shiftKey ? 'stretch' : 'only');
    else if (isMod && event.key.toLowerCase() === 'a') useCode.getState().set({ chosen: ids });
    else if (event.key === ' ' && codingId) pick(codingId, 'toggle');
    else if (event.key === 'Enter' && codings[at]) onGoTo(codings[at], true);
    else if (asksForMenu(event)) {
      const line = event.currentTarget.querySelector('[data-active]') ?? event.currentTarget;
      const { left, bottom } = line.getBoundingClientRect();
      openMenu(left + 24, bottom);
    } else return;
    event.preventDefault();
  };
  const rowAt = ({ target }: MouseEvent): Guid | undefined => {
    const index = target instanceof Element ? target.closest<HTMLElement>('[data-index]')?.dataset['index'] : undefined;
    return index === undefined ? undefined : ids[Number(index)];
  };
  return (
    <div className="code-codings-scroll" ref={scroller}>
      <div
        role="listbox"
        tabIndex={0}
        className="code-codings-rows"
        aria-label={t('coding.list')}
        aria-multiselectable
        {...(at >= 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
        style={{ height }}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const guid = rowAt(event);
          if (guid) pick(guid, event.shiftKey ? 'stretch' : event.ctrlKey || event.metaKey ? 'toggle' : 'only');
        }}
        onDoubleClick={(event) => {
          const coding = codings.find(({ guid }) => guid === rowAt(event));
          if (coding) onGoTo(coding, true);
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          const guid = rowAt(event);
          // The menu is about what is pointed at, or about all chosen ones where that is one of them.
          if (guid && !picked.has(guid)) pick(guid, 'only');
          openMenu(event.clientX, event.clientY);
        }}
      >
        {indexes.map((index) => {
          const coding = codings[index];
          const code = coding && codes.get(coding.code);
          if (!coding) return null;
          const quote = slice(coding.start, Math.min(coding.end, coding.start + longestQuote)).replace(/\s+/g, ' ');
          return (
            <div
              key={coding.guid}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              className="code-codings-row"
              style={{ transform: `translateY(${topOf(index)}px)` }}
              aria-selected={picked.has(coding.guid)}
              aria-setsize={codings.length}
              aria-posinset={index + 1}
              data-index={index}
              data-active={index === at || undefined}
            >
              <CodeLabel color={code?.color ?? '#888888'} path={code?.path ?? []} />
              <span className="code-codings-quote ellipsis" title={quote}>
                {quote}
              </span>
              {coding.state === 'changed' && <Badge>{t('coding.list.changed')}</Badge>}
              {coding.memos > 0 && <StickyNote className="code-quick-icon" aria-label={t('coding.list.memos')} />}
              <span className="code-codings-weight">{coding.weight ?? ''}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
