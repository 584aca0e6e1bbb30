import './start.css';
import { FolderOpen, Languages as LanguagesIcon, Plus } from 'lucide-react';
import { usePerform } from '../../services/perform.ts';
import { useSession } from '../../services/session.ts';
import { useLanguage, useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { RecentProjects } from './RecentProjects.tsx';

export type StartScreenProps = { readonly onNew: () => void; readonly onOpenPath: () => void };

/** Where one begins: a new project, the sample study, or a project of before. */
export function StartScreen({ onNew, onOpenPath }: StartScreenProps) {
  const t = useT();
  const language = useLanguage();
  const perform = usePerform();
  const version = useSession()?.version;
  return (
    <main className="start" data-part>
      <div className="start-page">
        <header className="start-header">
          <div>
            <h1 className="start-title">{t('start.title')}</h1>
            <p className="start-lead">{t('start.lead')}</p>
          </div>
          <Button
            variant="quiet"
            size="small"
            icon={<LanguagesIcon aria-hidden="true" />}
            onPress={() => void perform('settings.set', { language: language === 'id' ? 'en' : 'id' })}
          >
            <span lang={language === 'id' ? 'en' : 'id'}>{language === 'id' ? 'English' : 'Bahasa Indonesia'}</span>
          </Button>
        </header>
        <div className="start-columns">
          <div className="start-actions">
            <Button variant="primary" icon={<Plus aria-hidden="true" />} onPress={onNew}>
              {t('start.new')}
            </Button>
            <section className="start-sample">
              <p>{t('start.sample.text')}</p>
              <Button onPress={() => void perform('projects.openSample', { language })}>{t('start.sample')}</Button>
            </section>
            <Button variant="quiet" icon={<FolderOpen aria-hidden="true" />} onPress={onOpenPath}>
              {t('start.open')}
            </Button>
          </div>
          <RecentProjects />
        </div>
        <footer className="start-footer">
          <span>{t('start.privacy')}</span>
          {version !== undefined && <span>{t('start.version', { version })}</span>}
        </footer>
      </div>
    </main>
  );
}
