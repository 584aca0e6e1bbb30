// Which code is on which number key. A press codes the selection, a code dragged out goes to a passage, a passage
// dropped on it is coded, and a code dropped here gets a star and the key.

import { EyeOff, Star } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { pathSeparator } from '../../../shared/domain/codes.ts';
import { isGuid, type Guid } from '../../../shared/domain/ids.ts';
import type { Range } from '../../../shared/domain/segments.ts';
import { runCommand, useShortcut } from '../../commands/registry.ts';
import { codesType, passageType } from '../../editor/transcript-input.ts';
import { draggedGuids, draggedJson } from '../../parts/dragged-guids.ts';
import { mostKeys } from '../../parts/favourites.ts';
import { useT } from '../../services/text.ts';
import { IconButton } from '../../ui/Button.tsx';
import { ColorSwatch } from '../../ui/ColorPicker.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';

export type KeyStripProps = {
  readonly keyCodes: readonly CodeSummary[];
  readonly favourites: readonly Guid[];
  readonly canChange: boolean;
  readonly onDropPassage: (code: Guid, passage: Range) => void;
  readonly onDropCodes: (codes: readonly Guid[], position: number) => void;
};

export function KeyStrip(props: KeyStripProps) {
  const t = useT();
  const { keyCodes, favourites, onDropPassage, onDropCodes } = props;
  const [aimed, setAimed] = useState<number | null>(null);
  const onDragOver = (event: DragEvent, position: number): void => {
    const { types } = event.dataTransfer;
    const isPassage = types.includes(passageType);
    if (!props.canChange || (!types.includes(codesType) && !(isPassage && keyCodes[position]))) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setAimed(position);
  };
  const onDrop = (event: DragEvent, position: number): void => {
    setAimed(null);
    const passage = passageIn(draggedJson(event.dataTransfer, passageType));
    const codes = draggedGuids(event.dataTransfer, codesType);
    const code = keyCodes[position];
    event.preventDefault();
    if (passage && code) onDropPassage(code.guid, passage);
    else if (codes.length > 0) onDropCodes(codes, Math.min(position, favourites.length));
  };
  const slots = Array.from({ length: Math.min(mostKeys, Math.max(keyCodes.length + 1, 1)) }, (_, index) => index);
  return (
    <div className="code-strip">
      <Toolbar label={t('coding.strip')} className="code-strip-keys">
        {slots.map((index) => (
          <div
            key={index}
            className="code-strip-slot"
            data-aimed={aimed === index || undefined}
            onDragOver={(event) => onDragOver(event, index)}
            onDragLeave={() => setAimed(null)}
            onDrop={(event) => onDrop(event, index)}
          >
            <Slot {...props} index={index} code={keyCodes[index]} />
          </div>
        ))}
      </Toolbar>
      <IconButton
        label={t('coding.strip.hide')}
        icon={<EyeOff />}
        size="small"
        onPress={() => runCommand('code.strip')}
      />
    </div>
  );
}

type SlotProps = Pick<KeyStripProps, 'favourites' | 'canChange'> & {
  readonly index: number;
  readonly code: CodeSummary | undefined;
};

function Slot({ index, code, favourites, canChange }: SlotProps) {
  const t = useT();
  const key = useShortcut(`code.key.${index + 1}`) ?? '';
  if (!code) {
    return (
      <span className="code-strip-empty" title={t('coding.strip.empty.title')}>
        {t('coding.strip.empty')}
      </span>
    );
  }
  const path = code.path.join(pathSeparator);
  return (
    <button
      type="button"
      className="code-strip-key"
      disabled={!canChange}
      draggable={canChange}
      title={t('coding.strip.key.title', { key, code: path })}
      aria-label={t('coding.strip.key', { key, code: path })}
      // The text keeps the focus and what is selected in it.
      onMouseDown={(event) => event.currentTarget.draggable || event.preventDefault()}
      onClick={() => runCommand(`code.key.${index + 1}`)}
      onDragStart={(event) => {
        event.dataTransfer.setData(codesType, JSON.stringify([code.guid]));
        event.dataTransfer.setData('text/plain', path);
        event.dataTransfer.effectAllowed = 'copyMove';
      }}
    >
      <span className="code-strip-number">
        <kbd className="kbd">{key}</kbd>
        {favourites.includes(code.guid) && <Star className="code-quick-star" aria-hidden="true" />}
      </span>
      <ColorSwatch color={code.color} />
      <span className="ellipsis">{code.name}</span>
    </button>
  );
}

function passageIn(value: unknown): (Range & { readonly documentId: Guid }) | null {
  if (typeof value !== 'object' || value === null) return null;
  const { documentId, start, end } = value as Readonly<Record<string, unknown>>;
  if (typeof documentId !== 'string' || !isGuid(documentId)) return null;
  return typeof start === 'number' && typeof end === 'number' && end > start ? { documentId, start, end } : null;
}
