import { ChevronDown, History, Redo2, Search, Settings2, Undo2 } from 'lucide-react';
import { useCommandEntries } from '../commands/command-entries.ts';
import { useRunCommand, useShortcut } from '../commands/registry.ts';
import { CoderButton } from '../features/coders/CoderButton.tsx';
import { ReviewButton } from '../features/texts/ReviewButton.tsx';
import { useAnswer } from '../services/answers.ts';
import { useCanChange } from '../services/session.ts';
import { useT } from '../services/text.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { MenuButton } from '../ui/Menu.tsx';
import { Toolbar } from '../ui/Toolbar.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';
import type { OpenProject } from './Workspace.tsx';

export function TopBar({ open }: { readonly open: OpenProject }) {
  const t = useT();
  return (
    <header className="top-bar" data-part>
      <div className="top-bar-project">
        <ProjectMenu name={open.name} />
        {open.fictional && <Badge title={t('app.fictional.long')}>{t('app.fictional')}</Badge>}
        {open.mode === 'read-only' && <Badge tone="warning">{t('app.read-only')}</Badge>}
      </div>
      <PaletteButton />
      <Toolbar label={t('app.top-bar')} className="top-bar-tools">
        <CoderButton />
        <ReviewButton />
        <HistoryButtons />
        <span className="top-bar-line" />
        <LanguageMenu />
        <ThemeMenu />
        <SettingsButton />
      </Toolbar>
    </header>
  );
}

function ProjectMenu({ name }: { readonly name: string }) {
  const t = useT();
  const entries = useCommandEntries([
    'project.details',
    'coders.show',
    'history.show',
    'texts.replace',
    'texts.review',
    'project.check',
    'project.saveCopy',
    'exchange.export',
    'exchange.reports',
    '-',
    'project.new',
    'project.open',
    'project.openSample',
    '-',
    'project.close',
  ]);
  return (
    <MenuButton label={t('app.menu.project')} entries={entries}>
      <Button variant="quiet" className="top-bar-name" aria-label={t('app.project-menu', { name })}>
        <span className="ellipsis">{name}</span>
        <ChevronDown className="top-bar-chevron" aria-hidden="true" />
      </Button>
    </MenuButton>
  );
}

function PaletteButton() {
  const t = useT();
  const open = useRunCommand('palette.open');
  const shortcut = useShortcut('palette.open');
  return (
    <Button variant="plain" size="small" className="top-bar-search" icon={<Search aria-hidden="true" />} onPress={open}>
      <span className="top-bar-search-words">
        {t('app.search')}
        {shortcut !== null && <Kbd shortcut={shortcut} />}
      </span>
    </Button>
  );
}

function HistoryButtons() {
  const t = useT();
  const canChange = useCanChange();
  const { data } = useAnswer('history.state', {});
  const undo = useRunCommand('history.undo');
  const redo = useRunCommand('history.redo');
  const show = useRunCommand('history.show');
  const what = { undo: data?.undo ?? null, redo: data?.redo ?? null };
  return (
    <>
      <IconButton
        label={what.undo === null ? t('app.undo') : t('app.undo.what', { what: what.undo })}
        icon={<Undo2 />}
        shortcut={useShortcut('history.undo')}
        isDisabled={!canChange || what.undo === null}
        onPress={undo}
      />
      <IconButton
        label={what.redo === null ? t('app.redo') : t('app.redo.what', { what: what.redo })}
        icon={<Redo2 />}
        shortcut={useShortcut('history.redo')}
        isDisabled={!canChange || what.redo === null}
        onPress={redo}
      />
      <IconButton label={t('history.title')} icon={<History />} shortcut={useShortcut('history.show')} onPress={show} />
    </>
  );
}

function SettingsButton() {
  const t = useT();
  const open = useRunCommand('settings.open');
  return (
    <IconButton
      label={t('settings.title')}
      icon={<Settings2 />}
      shortcut={useShortcut('settings.open')}
      onPress={open}
    />
  );
}
