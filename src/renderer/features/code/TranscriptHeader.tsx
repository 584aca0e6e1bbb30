import { FileClock, PencilLine, Search } from 'lucide-react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import { runCommand, useShortcut } from '../../commands/registry.ts';
import { useT } from '../../services/text.ts';
import { Button, IconButton, ToggleButton } from '../../ui/Button.tsx';
import { Ellipsis } from '../../ui/Ellipsis.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import type { CodingView } from './code-commands.ts';
import { CodingOptions } from './CodingOptions.tsx';
import { LookMenu } from './LookMenu.tsx';
import { ShownPopover } from './ShownPopover.tsx';
import { SpeakerLegend } from './SpeakerLegend.tsx';
import type { SpeakerLooks } from './use-speakers.ts';
import { StructureToggle } from './StructureToggle.tsx';
import type { LookChoice } from './use-look.ts';
import type { Shown } from './use-shown.ts';

export type TranscriptHeaderProps = {
  readonly title: string;
  readonly speakers: readonly string[];
  readonly speakerLooks: SpeakerLooks;
  readonly mode: 'read' | 'edit';
  readonly canChange: boolean;
  readonly toReview: number;
  readonly look: LookChoice;
  readonly shown: Shown;
  readonly codes: readonly CodeSummary[];
  readonly view: CodingView;
};

export function TranscriptHeader(props: TranscriptHeaderProps) {
  const t = useT();
  const findKey = useShortcut('code.find');
  const modeKey = useShortcut('code.mode');
  return (
    <header className="code-header">
      <div className="code-header-row">
        <h2 className="code-title">
          <Ellipsis text={props.title} />
        </h2>
        <ShownPopover
          shown={props.shown}
          codes={props.codes}
          isBare={props.look.look.isBare}
          onShowMarks={() => props.look.toggle('bare')}
        />
        <Toolbar label={t('code.text')}>
          {props.toReview > 0 && (
            <Button size="small" variant="quiet" className="code-to-review" onPress={() => runCommand('code.review')}>
              {t('code.review', { n: props.toReview })}
            </Button>
          )}
          <StructureToggle />
          <CodingOptions view={props.view} />
          <ToggleButton
            label={t('code.mode.edit')}
            icon={<PencilLine />}
            shortcut={modeKey}
            size="small"
            isDisabled={!props.canChange}
            isSelected={props.mode === 'edit'}
            onChange={() => runCommand('code.mode')}
          />
          <IconButton
            label={t('code.find.open')}
            icon={<Search />}
            shortcut={findKey}
            size="small"
            onPress={() => runCommand('code.find')}
          />
          <IconButton
            label={t('texts.versions.open')}
            icon={<FileClock />}
            size="small"
            onPress={() => runCommand('texts.versions')}
          />
          <LookMenu choice={props.look} />
        </Toolbar>
      </div>
      <SpeakerLegend names={props.speakers} looks={props.speakerLooks} />
    </header>
  );
}
