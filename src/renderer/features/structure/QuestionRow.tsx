import { Ellipsis as More, MapPin } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { GuideQuestion, GuideSection } from '../../../shared/contract/guide.ts';
import { turnAt } from '../../../shared/domain/turns.ts';
import type { OpenTranscript } from '../../parts/open-transcript.ts';
import { notify } from '../../services/notices.ts';
import { usePerform } from '../../services/perform.ts';
import { usePlace } from '../../services/place.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { type MenuEntry, MenuButton } from '../../ui/Menu.tsx';

export type QuestionRowProps = {
  readonly open: OpenTranscript;
  readonly question: GuideQuestion;
  /** Where the open transcript asks it. */
  readonly sections: readonly GuideSection[];
  readonly isLast: boolean;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
};

/** One question: a press leads to where it is asked, Alt with an arrow puts it at another place in the guide. */
export function QuestionRow({ open, question, sections, isLast, onEdit, onDelete }: QuestionRowProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const asked = sections.filter(({ isLost }) => !isLost);
  const { guid, label, wording, position } = question;
  const goTo = (section: GuideSection): void => {
    void open.view.reveal(section, { select: true });
    open.view.focus();
  };
  const move = (by: number): void => {
    const target = position + by;
    if (canChange && target >= 0 && !(by > 0 && isLast))
      void perform('guide.move', { questionId: guid, position: target });
  };
  const mark = async (): Promise<void> => {
    const place = placeToMark(open);
    if (!place) return notify({ kind: 'info', text: t('structure.guide.mark.where') });
    if (!(await open.store())) return;
    await perform('guide.mark', { items: [{ questionId: guid, documentId: open.documentId, ...place }] });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  const entries: readonly MenuEntry[] = [
    ...asked.map((section, index) => ({
      id: section.guid,
      label: t('structure.guide.goTo', { n: index + 1 }),
      onAction: () => goTo(section),
    })),
    { separator: 'places' },
    { id: 'mark', label: t('structure.guide.mark'), isDisabled: !canChange, onAction: () => void mark() },
    {
      id: 'unmark',
      label: t('structure.guide.unmark', { n: sections.length }),
      isDisabled: !canChange || sections.length === 0,
      onAction: () => void perform('guide.unmark', { sectionIds: sections.map((section) => section.guid) }),
    },
    { separator: 'question' },
    { id: 'edit', label: t('structure.guide.edit'), isDisabled: !canChange, onAction: onEdit },
    { id: 'up', label: t('structure.guide.up'), isDisabled: !canChange || position === 0, onAction: () => move(-1) },
    { id: 'down', label: t('structure.guide.down'), isDisabled: !canChange || isLast, onAction: () => move(1) },
    { id: 'delete', label: t('structure.guide.delete'), isDisabled: !canChange, isDanger: true, onAction: onDelete },
  ];
  const [first] = asked;
  return (
    <li className="structure-card">
      <div className="structure-card-head" role="presentation" onKeyDown={onKeyDown}>
        <Button
          size="small"
          variant="quiet"
          className="structure-question"
          onPress={() => (first ? goTo(first) : notify({ kind: 'info', text: t('structure.guide.notAsked') }))}
        >
          {position + 1}. {label}
        </Button>
        <IconButton
          label={t('structure.guide.markQuestion', { question: label })}
          icon={<MapPin />}
          size="small"
          isDisabled={!canChange}
          onPress={() => void mark()}
        />
        <MenuButton label={t('structure.guide.more', { question: label })} entries={entries}>
          <IconButton label={t('structure.guide.more', { question: label })} icon={<More />} size="small" />
        </MenuButton>
      </div>
      {wording !== '' && <p className="structure-wording">{wording}</p>}
      <p className="structure-note">
        {t(asked.length === 0 ? 'structure.guide.notHere' : 'structure.guide.here', { n: asked.length })} ·{' '}
        {t('structure.guide.documents', { n: question.documents })}
        {sections.length > asked.length && ` · ${t('structure.guide.lost', { n: sections.length - asked.length })}`}
      </p>
    </li>
  );
}

/** The words selected, else the words of the turn, else the paragraph, in which the caret stands. */
export function placeToMark({
  view,
  turns,
  text,
}: OpenTranscript): { readonly start: number; readonly end: number } | null {
  const { selection } = usePlace.getState();
  if (selection && selection.end > selection.start) return selection;
  const at = view.selected()?.focus;
  if (at === undefined) return null;
  const turn = turnAt(turns, at);
  if (turn && at <= turn.end && turn.end > turn.bodyStart) return { start: turn.bodyStart, end: turn.end };
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const line = { start, end: end === -1 ? text.length : end };
  return line.end > line.start ? line : null;
}
