import { Ellipsis as More, Highlighter } from 'lucide-react';
import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import type { Speaker, SpeakerRole } from '../../../shared/contract/speakers.ts';
import { turnsOfSpeaker } from '../../../shared/domain/turns.ts';
import type { OpenTranscript } from '../../parts/open-transcript.ts';
import { toggleSpeaker, useSpeakerFilter } from '../../parts/speaker-filter.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useT } from '../../services/text.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { ColorPicker, ColorSwatch } from '../../ui/ColorPicker.tsx';
import { Ellipsis } from '../../ui/Ellipsis.tsx';
import { type MenuEntry, MenuButton } from '../../ui/Menu.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { Select } from '../../ui/Select.tsx';

export type SpeakerRowProps = {
  readonly open: OpenTranscript;
  readonly speaker: Speaker;
  /** Names it can be made one with. */
  readonly others: readonly string[];
  /** Whether the open transcript has turns of this speaker. */
  readonly isHere: boolean;
  /** @param to a name to begin with */
  readonly onRename: (to?: string) => void;
};

const roles: readonly SpeakerRole[] = ['interviewer', 'informant', 'other'];

export function SpeakerRow({ open, speaker, others, isHere, onRename }: SpeakerRowProps) {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const { speakers: stressed } = useSpeakerFilter();
  const { data: cases = [] } = useAnswer('cases.list', {});
  const [isColoring, setColoring] = useState(false);
  const { name } = speaker;
  const codeAll = async (): Promise<void> => {
    const ranges = turnsOfSpeaker(open.turns, name);
    const characters = ranges.reduce((sum, { start, end }) => sum + end - start, 0);
    if (await open.store()) {
      open.code(ranges, t('coding.unit.speaker.count', { n: ranges.length, speaker: name, characters }));
    }
  };
  const entries: readonly MenuEntry[] = [
    { id: 'rename', label: t('structure.speakers.rename'), isDisabled: !canChange, onAction: () => onRename() },
    {
      id: 'merge',
      label: t('structure.speakers.merge'),
      isDisabled: !canChange || others.length === 0,
      children: others.map((other) => ({ id: other, label: other, onAction: () => onRename(other) })),
    },
    {
      id: 'case',
      label: t('structure.speakers.case'),
      isDisabled: !canChange,
      children: [
        {
          id: 'none',
          label: t('structure.speakers.case.none'),
          isChecked: speaker.case === null,
          onAction: () => void perform('speakers.set', { name, caseId: null }),
        },
        ...cases.map(({ guid, name: label }) => ({
          id: guid,
          label,
          isChecked: speaker.case === guid,
          onAction: () => void perform('speakers.set', { name, caseId: guid }),
        })),
      ],
    },
  ];
  const caseName = cases.find(({ guid }) => guid === speaker.case)?.name;
  return (
    <li className="structure-card">
      <div className="structure-card-head">
        <DialogTrigger isOpen={isColoring} onOpenChange={setColoring}>
          <Button
            size="small"
            variant="quiet"
            className="structure-swatch"
            isDisabled={!canChange}
            aria-label={t('structure.speakers.color', { speaker: name })}
          >
            <ColorSwatch color={speaker.color ?? 'transparent'} size="medium" />
          </Button>
          <Popover label={t('structure.speakers.color', { speaker: name })}>
            <ColorPicker
              label={t('structure.speakers.color', { speaker: name })}
              value={speaker.color ?? '#808080'}
              onChange={(color) => void perform('speakers.set', { name, color })}
            />
            <Button
              size="small"
              variant="quiet"
              isDisabled={speaker.color === null}
              onPress={() => {
                setColoring(false);
                void perform('speakers.set', { name, color: null });
              }}
            >
              {t('structure.speakers.color.none')}
            </Button>
          </Popover>
        </DialogTrigger>
        <strong className="structure-card-name">
          <Ellipsis text={name} />
        </strong>
        <IconButton
          label={t('structure.speakers.code', { speaker: name })}
          icon={<Highlighter />}
          size="small"
          isDisabled={!canChange || !isHere}
          onPress={() => void codeAll()}
        />
        <MenuButton label={t('structure.speakers.more', { speaker: name })} entries={entries}>
          <IconButton label={t('structure.speakers.more', { speaker: name })} icon={<More />} size="small" />
        </MenuButton>
      </div>
      <div className="structure-card-row">
        <Select<SpeakerRole>
          label={t('structure.speakers.role', { speaker: name })}
          isLabelHidden
          size="small"
          isDisabled={!canChange}
          options={roles.map((role) => ({ id: role, label: t(`structure.role.${role}`) }))}
          value={speaker.role}
          onChange={(role) => void perform('speakers.set', { name, role })}
        />
        <Button
          size="small"
          variant="quiet"
          aria-label={t('code.speaker.only', { speaker: name })}
          onPress={() => toggleSpeaker(name)}
        >
          {t(stressed.includes(name) ? 'structure.speakers.unstress' : 'structure.speakers.stress')}
        </Button>
      </div>
      <p className="structure-note">
        {t('structure.speakers.counts', { turns: speaker.turns, words: speaker.words })}
        {speaker.documents.length > 1 && ` · ${t('structure.speakers.documents', { n: speaker.documents.length })}`}
        {caseName !== undefined && ` · ${t('structure.speakers.case')}: ${caseName}`}
        {!speaker.isRoleSet && ` · ${t('structure.speakers.guessed')}`}
      </p>
    </li>
  );
}
