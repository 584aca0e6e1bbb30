import type { Range } from '../../../shared/domain/segments.ts';
import type { SaveState } from '../../editor/sync.ts';
import { type Translate, useT } from '../../services/text.ts';

export type StatusLineProps = {
  readonly characters: number;
  readonly codings: number;
  readonly selection: Range | null;
  readonly save: SaveState;
};

export function StatusLine({ characters, codings, selection, save }: StatusLineProps) {
  const t = useT();
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

function textOf(save: SaveState, t: Translate): string {
  return save.kind === 'refused' ? t('code.save.refused', { message: save.message }) : t(`code.save.${save.kind}`);
}
