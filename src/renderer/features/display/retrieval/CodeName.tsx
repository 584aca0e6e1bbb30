import type { Query } from '../../../../shared/domain/analysis/query.ts';
import { pathSeparator } from '../../../../shared/domain/codes.ts';
import { CodePicker } from '../../../parts/CodePicker.tsx';
import { useT } from '../../../services/text.ts';
import type { Study } from '../scope/use-scope.ts';

type CodeNameProps = {
  readonly part: Extract<Query, { readonly name: string }>;
  readonly study: Study;
  readonly onChange: (part: Query) => void;
};

/** A code of the query is called by its path, or by its GUID where two have the same. */
export function CodeName({ part, study: { codes }, onChange }: CodeNameProps) {
  const t = useT();
  const pathOf = ({ path }: Study['codes'][number]): string => path.join(pathSeparator);
  const chosen = codes.find((code) => code.guid === part.name || pathOf(code) === part.name);
  return (
    <CodePicker
      key={chosen?.guid ?? part.name}
      label={t('retrieval.code')}
      isLabelHidden
      codes={codes}
      value={chosen?.guid ?? null}
      placeholder={part.name === '' ? t('retrieval.code.choose') : part.name}
      onChange={(guid) => {
        const code = codes.find((each) => each.guid === guid);
        // Typing in the field takes its code away before another is chosen: the part stays what it was until then.
        if (!code) return;
        const isAlone = codes.filter((each) => pathOf(each) === pathOf(code)).length === 1;
        onChange({ ...part, name: isAlone ? pathOf(code) : code.guid });
      }}
    />
  );
}
