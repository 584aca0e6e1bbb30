import { type KeyboardEvent, useRef, useState } from 'react';
import { usePerform } from '../../services/perform.ts';
import { useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import { oneLine } from './note-signs.ts';
import type { Jotting } from './store.ts';

export type JotPopoverProps = {
  readonly jotting: Jotting;
  /** The words it will be about. */
  readonly quote: string;
  readonly onClose: () => void;
};

/** A quick note: Enter keeps it, and so does turning to something else; an empty one is none. */
export function JotPopover({ jotting, quote, onClose }: JotPopoverProps) {
  const t = useT();
  const perform = usePerform();
  const anchor = useRef<HTMLSpanElement>(null);
  const isOver = useRef(false);
  const [words, setWords] = useState('');
  const end = async (isKept: boolean): Promise<void> => {
    if (isOver.current) return;
    isOver.current = true;
    if (isKept && words.trim() !== '') {
      const { documentId: guid, start, end: until } = jotting;
      const targets = [{ kind: 'passage' as const, guid, start, end: until }];
      if (!(await perform('memos.create', { body: words.trim(), kind: 'jotting', targets }))) {
        isOver.current = false;
        return;
      }
    }
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void end(true);
  };
  return (
    <>
      <span ref={anchor} className="note-anchor" style={anchorStyle(jotting.anchor)} />
      <Popover
        isOpen
        onOpenChange={(isOpen) => !isOpen && void end(true)}
        triggerRef={anchor}
        label={t('links.jot')}
        className="note-popover"
      >
        <div className="note-body" role="presentation" onKeyDown={onKeyDown}>
          <q className="note-about">{oneLine(quote)}</q>
          <TextArea
            label={t('memos.kind.jotting')}
            hint={t('links.jot.hint')}
            value={words}
            onChange={setWords}
            rows={3}
            autoFocus
          />
          <div className="note-buttons">
            <Button size="small" onPress={() => void end(false)}>
              {t('ui.cancel')}
            </Button>
            <Button size="small" variant="primary" isDisabled={words.trim() === ''} onPress={() => void end(true)}>
              {t('links.jot.do')}
            </Button>
          </div>
        </div>
      </Popover>
    </>
  );
}

/** A place on the screen for a popover to stand at. */
export function anchorStyle({ left, top, bottom }: Jotting['anchor']) {
  return { left, top, blockSize: Math.max(1, bottom - top) };
}
