import { Hash, PencilLine, Search, ZoomIn, ZoomOut } from 'lucide-react';
import { runCommand, useShortcut } from '../../commands/registry.ts';
import { useT } from '../../services/text.ts';
import { Button, IconButton, ToggleButton } from '../../ui/Button.tsx';
import { Ellipsis } from '../../ui/Ellipsis.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import type { CodingView } from './code-commands.ts';
import { CodingOptions } from './CodingOptions.tsx';
import { SpeakerLegend } from './SpeakerLegend.tsx';

export type TranscriptHeaderProps = {
  readonly title: string;
  readonly speakers: readonly string[];
  readonly mode: 'read' | 'edit';
  readonly canChange: boolean;
  readonly toReview: number;
  readonly showNumbers: boolean;
  readonly onShowNumbers: (shown: boolean) => void;
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
        <Toolbar label={t('code.text')}>
          {props.toReview > 0 && (
            <Button size="small" variant="quiet" className="code-to-review" onPress={() => runCommand('code.review')}>
              {t('code.review', { n: props.toReview })}
            </Button>
          )}
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
          <ToggleButton
            label={t('code.numbers')}
            icon={<Hash />}
            size="small"
            isSelected={props.showNumbers}
            onChange={props.onShowNumbers}
          />
          <IconButton
            label={t('code.size.smaller')}
            icon={<ZoomOut />}
            size="small"
            onPress={() => runCommand('code.smaller')}
          />
          <IconButton
            label={t('code.size.larger')}
            icon={<ZoomIn />}
            size="small"
            onPress={() => runCommand('code.larger')}
          />
        </Toolbar>
      </div>
      <SpeakerLegend names={props.speakers} />
    </header>
  );
}
