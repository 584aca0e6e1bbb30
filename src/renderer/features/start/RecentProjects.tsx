import { FileText } from 'lucide-react';
import { useState } from 'react';
import type { OutputOf } from '../../../shared/contract/contract.ts';
import { useAnswer } from '../../services/answers.ts';
import { usePerform } from '../../services/perform.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { Ellipsis } from '../../ui/Ellipsis.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchField } from '../../ui/SearchField.tsx';

type RecentProject = OutputOf<'projects.recent'>['projects'][number];

/** More than these are found by typing rather than by looking. */
const manyProjects = 8;

export function RecentProjects() {
  const t = useT();
  const { data } = useAnswer('projects.recent', {});
  const [filter, setFilter] = useState('');
  if (!data) return <section className="start-recent" aria-busy="true" />;
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = data.projects.filter(({ name, path }) => `${name} ${path}`.toLocaleLowerCase().includes(wanted));
  return (
    <section className="start-recent" aria-labelledby="start-recent">
      <div className="start-recent-head">
        <h2 id="start-recent">{t('start.recent')}</h2>
        {data.projects.length > manyProjects && (
          <SearchField label={t('start.filter')} value={filter} onChange={setFilter} />
        )}
      </div>
      {data.projects.length === 0 ? (
        <EmptyState title={t('start.recent.empty')} text={t('start.recent.empty.text')} />
      ) : (
        <ul className="start-list">
          {shown.map((project) => (
            <li key={project.path}>
              <ProjectButton project={project} />
            </li>
          ))}
        </ul>
      )}
      {data.projects.length > 0 && shown.length === 0 && <p className="start-none">{t('start.filter.none')}</p>}
      <p className="start-folder" title={data.folder}>
        {t('start.folder', { folder: data.folder })}
      </p>
    </section>
  );
}

function ProjectButton({ project }: { readonly project: RecentProject }) {
  const t = useT();
  const perform = usePerform();
  const { moment } = useDateFormat();
  const { path, name, openedAt, exists } = project;
  return (
    <button
      type="button"
      className="start-project"
      disabled={!exists}
      onClick={() => void perform('projects.open', { path })}
    >
      <FileText aria-hidden="true" />
      <span className="start-project-words">
        <Ellipsis text={name} className="start-project-name" />
        <Ellipsis text={path} className="start-project-path" />
      </span>
      <span className="start-project-when">
        {exists
          ? openedAt === null
            ? t('start.in-folder')
            : t('start.opened', { when: moment(openedAt) })
          : t('start.missing')}
      </span>
    </button>
  );
}
