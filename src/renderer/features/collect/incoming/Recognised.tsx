import type { PreviewedFile } from '../../../../shared/contract/documents.ts';
import { useNumber, useT } from '../../../services/text.ts';

type Found = NonNullable<PreviewedFile['found']>;

/** What was recognised in one file: its facts, what would be left out, and its words or the documents it would become. */
export function Recognised({ preview }: { readonly preview: PreviewedFile }) {
  const t = useT();
  const { found, notes, error } = preview;
  if (error)
    return (
      <p className="incoming-error" role="alert">
        {error.message}
      </p>
    );
  if (!found) return null;
  return (
    <>
      <Facts found={found} />
      {notes.length > 0 && (
        <ul className="incoming-notes" aria-label={t('incoming.notes')}>
          {notes.map(({ code, message }) => (
            <li key={code}>{message}</li>
          ))}
        </ul>
      )}
      {found.split ? <Parts title={found.title} split={found.split} /> : <Sample text={found.sample} />}
    </>
  );
}

function Facts({ found }: { readonly found: Found }) {
  const t = useT();
  const number = useNumber();
  const speakers = found.speakers.map(({ name, turns, role }) =>
    t('incoming.speaker', { name, turns: number(turns), role: t(`incoming.role.${role}`) }),
  );
  const more = found.speakerCount - found.speakers.length;
  const facts = [
    [t('incoming.format'), found.format.toUpperCase()],
    [t('incoming.encoding'), found.encoding ?? t('incoming.encoding.fixed')],
    [
      t('incoming.length'),
      t('incoming.length.value', { characters: number(found.characters), paragraphs: number(found.paragraphs) }),
    ],
    [
      t('incoming.speakers'),
      speakers.length === 0
        ? t('incoming.none')
        : [...speakers, ...(more > 0 ? [t('incoming.more', { count: number(more) })] : [])].join('; '),
    ],
    [t('incoming.times'), found.timeStamps === 0 ? t('incoming.none') : number(found.timeStamps)],
    [t('incoming.questions'), found.questions === 0 ? t('incoming.none') : number(found.questions)],
    [
      t('incoming.headings'),
      found.headings.length === 0
        ? t('incoming.none')
        : found.headings.map(({ level, count }) => t('incoming.level', { level, count: number(count) })).join('; '),
    ],
    [t('incoming.comments'), found.comments === 0 ? t('incoming.none') : number(found.comments)],
  ] as const;
  return (
    <dl className="incoming-facts" aria-label={t('incoming.recognised')}>
      {facts.map(([name, value]) => (
        <div key={name} {...(name === t('incoming.speakers') ? { className: 'incoming-long' } : {})}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Sample({ text }: { readonly text: string }) {
  const t = useT();
  return (
    <section className="incoming-sample" aria-label={t('incoming.sample')}>
      {text}
    </section>
  );
}

function Parts({ title, split }: { readonly title: string; readonly split: NonNullable<Found['split']> }) {
  const t = useT();
  const number = useNumber();
  const more = split.count - split.parts.length;
  return (
    <section className="incoming-parts" aria-label={t('incoming.parts')}>
      <p className="dialog-text">
        {t('incoming.parts.summary', { count: split.count })}
        {split.markers > 0 && ` ${t('incoming.parts.markers', { count: split.markers })}`}
        {split.blanks > 0 && ` ${t('incoming.parts.blanks', { count: split.blanks })}`}
      </p>
      <table className="collect-report">
        <thead>
          <tr>
            <th scope="col">{t('incoming.parts.title')}</th>
            <th scope="col" className="incoming-number">
              {t('incoming.parts.characters')}
            </th>
          </tr>
        </thead>
        <tbody>
          {split.parts.map((part, index) => (
            // Parts of one person bear one name: only the place tells them apart.
            <tr key={`${index} ${part.title}`}>
              <th scope="row" className="incoming-part">
                {part.title || (split.count === 1 ? title : `${title} ${index + 1}`)}
              </th>
              <td className="incoming-number">{number(part.characters)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="dialog-text">{t('incoming.more', { count: number(more) })}</p>}
    </section>
  );
}
