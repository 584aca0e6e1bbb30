import { useStore } from 'zustand';
import type { Range } from '../../../shared/domain/segments.ts';
import type { SaveState } from '../../editor/sync.ts';
import { useServices } from '../../services/client.ts';
import type { OutboxState } from '../../services/outbox.ts';
import { type Translate, useT } from '../../services/text.ts';

export type StatusLineProps = {
  readonly shown: {
    readonly characters: number;
    /** Parts of the text that are not shown, in order of starts. */
    readonly reading: { readonly away: readonly Range[] };
  };
  readonly codings: number;
  readonly selection: Range | null;
  readonly save: SaveState;
};

export function StatusLine({ shown, codings, selection, save: text }: StatusLineProps) {
  const t = useT();
  const { outbox } = useServices();
  const save = together(text, useStore(outbox.state));
  const selected = selection ? selection.end - selection.start : 0;
  // Whoever codes over turns that are hidden codes these too, and must know it before.
  const unseen = selection ? charactersIn(selection, shown.reading.away) : 0;
  return (
    <footer className="code-status">
      <span>{t('code.status.characters', { n: shown.characters })}</span>
      <span>{t('code.status.codings', { n: codings })}</span>
      <span>{selected > 0 ? t('code.status.selected', { n: selected }) : ''}</span>
      {unseen > 0 && <span className="code-status-unseen">{t('code.status.unseen', { n: unseen })}</span>}
      <output className={`code-save code-save-${save.kind}`}>{textOf(save, t)}</output>
    </footer>
  );
}

/** How many characters of a range lie in some other ranges. */
function charactersIn({ start, end }: Range, parts: readonly Range[]): number {
  return parts.reduce((sum, part) => sum + Math.max(0, Math.min(end, part.end) - Math.max(start, part.start)), 0);
}

/** All is saved only when the text is and no other change is on its way. */
function together(text: SaveState, { waiting, reachability }: OutboxState): SaveState {
  if (text.kind === 'refused') return text;
  if (waiting > 0 && reachability !== 'reachable') return { kind: 'unreachable' };
  return text.kind === 'saved' && waiting > 0 ? { kind: 'saving' } : text;
}

function textOf(save: SaveState, t: Translate): string {
  return save.kind === 'refused' ? t('code.save.refused', { message: save.message }) : t(`code.save.${save.kind}`);
}
