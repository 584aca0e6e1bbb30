import { Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { Link } from '../../../shared/contract/links.ts';
import { type Memo, memoKind } from '../../../shared/contract/memos.ts';
import { AutosaveField } from '../../parts/AutosaveField.tsx';
import type { OpenedNotes } from '../../parts/text-notes.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { Select } from '../../ui/Select.tsx';
import { anchorStyle } from './JotPopover.tsx';
import { LinkCard } from './LinkCard.tsx';
import { oneLine } from './note-signs.ts';

export type NotePopoverProps = {
  readonly anchor: OpenedNotes['anchor'];
  readonly memos: readonly Memo[];
  readonly links: readonly Link[];
  readonly onClose: () => void;
};

/** What stands at a sign: jottings to be edited in place, memos to be opened, links to be followed. */
export function NotePopover({ anchor, memos, links, onClose }: NotePopoverProps) {
  const t = useT();
  const at = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={at} className="note-anchor" style={anchorStyle(anchor)} />
      <Popover
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        triggerRef={at}
        label={t('links.notes')}
        className="note-popover"
      >
        <div className="note-body">
          {memos.map((memo) =>
            memo.kind === 'jotting' ? (
              <JottingItem key={memo.guid} memo={memo} onClose={onClose} />
            ) : (
              <MemoItem key={memo.guid} memo={memo} onClose={onClose} />
            ),
          )}
          {links.map((link) => (
            <LinkCard key={link.guid} link={link} onLeave={onClose} />
          ))}
        </div>
      </Popover>
    </>
  );
}

type MemoItemProps = { readonly memo: Memo; readonly onClose: () => void };

/** A jotting is edited where it stands; another kind makes a memo of it. */
function JottingItem({ memo, onClose }: MemoItemProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const memoId = memo.guid;
  return (
    <article className="note-item" aria-label={t('memos.kind.jotting')}>
      <AutosaveField
        label={t('memos.kind.jotting')}
        value={memo.body}
        rows={3}
        isReadOnly={!canChange}
        autoFocus
        onSave={(body) => perform('memos.update', { memoId, body })}
      />
      <div className="note-buttons">
        <Select
          label={t('links.convert')}
          isLabelHidden
          size="small"
          value={memo.kind}
          isDisabled={!canChange}
          options={memoKind.options.map((kind) => ({ id: kind, label: t(`memos.kind.${kind}`) }))}
          onChange={(kind) => void perform('memos.update', { memoId, kind })}
        />
        <Button size="small" variant="quiet" onPress={() => leaveTo(memo, onClose)}>
          {t('links.open-memo')}
        </Button>
        <IconButton
          label={t('links.delete-note')}
          icon={<Trash2 />}
          size="small"
          isDisabled={!canChange}
          onPress={() => {
            onClose();
            void perform('memos.delete', { memoIds: [memoId] });
          }}
        />
      </div>
    </article>
  );
}

function MemoItem({ memo, onClose }: MemoItemProps) {
  const t = useT();
  const title = oneLine(memo.title) || oneLine(memo.body) || t('memos.memo.untitled');
  return (
    <article className="note-item" aria-label={title}>
      <p className="note-kind">{t(`memos.kind.${memo.kind}`)}</p>
      <p className="note-title">{title}</p>
      {memo.title.trim() !== '' && <p className="note-words">{oneLine(memo.body, 240)}</p>}
      <div className="note-buttons">
        <Button size="small" autoFocus onPress={() => leaveTo(memo, onClose)}>
          {t('links.open-memo')}
        </Button>
      </div>
    </article>
  );
}

function leaveTo({ guid }: Memo, onClose: () => void): void {
  onClose();
  usePlace.getState().go({ memoId: guid });
}
