import { useStore } from 'zustand';
import type { Range } from '../../../shared/domain/segments.ts';
import type { SaveState } from '../../editor/sync.ts';
import { useServices } from '../../services/client.ts';
import type { OutboxState } from '../../services/outbox.ts';
import { type Translate, useT } from '../../services/text.ts';

export type StatusLineProps = {
  readonly characters: number;
  readonly codings: number;
  readonly selection: Range | null;
  readonly save: SaveState;
};

export function StatusLine({ characters, codings, selection, save: text }: StatusLineProps) {
  const t = useT();
  const { outbox } = useServices();
  const save = together(text, useStore(outbox.state));
  const selected = selection ? selection.end - selection.start : 0;
  return (
    <footer className="code-status">
      <span>{t('code.status.characters', { n: characters })}</span>
      <span>{t('code.status.codings', { n: codings })}</span>
      <span>{selected > 0 ? t('code.status.selected', { n: selected }) : ''}</span>
      <output className={`code-save code-save-${save.kind}`}>{textOf(save, t)}</output>
    </footer>
  );
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
