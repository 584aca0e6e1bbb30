import './answers.css';
import type { OutputOf } from '../../../../shared/contract/contract.ts';
import type { Guid } from '../../../../shared/domain/ids.ts';
import { usePlace } from '../../../services/place.ts';
import { useT } from '../../../services/text.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import type { Study } from '../scope/use-scope.ts';

type Answer = OutputOf<'guide.answers'>[number];

export type AnswerColumnsProps = {
  readonly answers: readonly Answer[];
  readonly study: Study;
  /** Sections that are left out of coding; null where nothing can be coded. */
  readonly left: ReadonlySet<Guid> | null;
  readonly onLeft: (section: Guid, isLeft: boolean) => void;
};

/** A column for each case, in the order of the cases; what belongs to none comes last. */
export function AnswerColumns({ answers, study, left, onLeft }: AnswerColumnsProps) {
  const t = useT();
  if (answers.length === 0) return <EmptyState title={t('answers.empty')} text={t('answers.empty.text')} />;
  const columns = [
    ...study.cases.map(({ guid, name }) => ({ guid, name })),
    { guid: null, name: t('quotations.no-case') },
  ];
  return (
    <section className="answers" aria-label={t('answers.side-by-side')}>
      {columns.map(({ guid, name }) => {
        const own = answers.filter((answer) => answer.case === guid);
        if (own.length === 0) return null;
        return (
          <section key={guid ?? 'none'} className="answers-case" aria-label={name}>
            <h2 className="answers-name">{name}</h2>
            {own.map((answer) => (
              <AnswerCard key={answer.section} answer={answer} study={study} left={left} onLeft={onLeft} />
            ))}
          </section>
        );
      })}
    </section>
  );
}

function AnswerCard({
  answer,
  study,
  left,
  onLeft,
}: Omit<AnswerColumnsProps, 'answers'> & { readonly answer: Answer }) {
  const t = useT();
  const reveal = usePlace((place) => place.reveal);
  const { section, document, title, start, end, text, codes } = answer;
  const names = codes.flatMap((code) => study.codes.find(({ guid }) => guid === code)?.name ?? []);
  return (
    <article className="answers-card">
      <div className="answers-head">
        {left && (
          <Checkbox isSelected={!left.has(section)} onChange={(isChosen) => onLeft(section, !isChosen)}>
            {title}
          </Checkbox>
        )}
        {!left && <span>{title}</span>}
      </div>
      <button
        type="button"
        className="answers-words"
        onClick={() => reveal({ area: 'reduction', documentId: document, start, end })}
      >
        {text}
      </button>
      {names.length > 0 && <p className="answers-codes">{t('answers.codes', { codes: names.join(', ') })}</p>}
    </article>
  );
}
