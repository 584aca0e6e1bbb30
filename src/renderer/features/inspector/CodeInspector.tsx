import { BookOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CodeSummary } from '../../../shared/contract/codes.ts';
import type { Guid } from '../../../shared/domain/ids.ts';
import { CodeLabel } from '../../parts/CodeLabel.tsx';
import { SubjectContext } from '../../parts/subject.ts';
import { useRunCommand } from '../../commands/registry.ts';
import { useAnswer } from '../../services/answers.ts';
import { useT } from '../../services/text.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';

export type CodeInspectorProps = { readonly codeIds: readonly Guid[]; readonly memos: ReactNode };

const rules = ['description', 'include', 'exclude', 'typicalExample', 'counterExample'] as const;

/** The code that is selected: what it means and when it applies, so that it is applied alike each time. */
export function CodeInspector({ codeIds, memos }: CodeInspectorProps) {
  const t = useT();
  const codes = useAnswer('codes.list', {}).data;
  const openCard = useRunCommand('codebook.open');
  const code = codes?.find(({ guid }) => guid === codeIds[0]);
  if (!code) return <p className="inspector-note">{t('inspector.code.empty')}</p>;
  return (
    <div className="inspector-body">
      {codeIds.length > 1 && <Badge>{t('inspector.code.many', { count: codeIds.length })}</Badge>}
      <CodeLabel color={code.color} path={code.path} />
      <p className="inspector-facts">
        {[
          t('inspector.code.used', { codings: code.codings, documents: code.documents }),
          ...(code.kind === null ? [] : [t(`codebook.kind.${code.kind}`)]),
          ...(code.codable ? [] : [t('codebook.row.heading')]),
        ].join(' · ')}
      </p>
      <Rules code={code} />
      <div className="inspector-buttons">
        <Button size="small" icon={<BookOpen />} onPress={openCard}>
          {t('inspector.code.card')}
        </Button>
      </div>
      <SubjectContext value={{ kind: 'code', guid: code.guid }}>{memos}</SubjectContext>
    </div>
  );
}

function Rules({ code }: { readonly code: CodeSummary }) {
  const t = useT();
  return (
    <>
      {code.description.trim() === '' && <p className="inspector-hint">{t('inspector.code.noDefinition')}</p>}
      <dl className="inspector-rules">
        {rules
          .filter((rule) => code[rule].trim() !== '')
          .map((rule) => (
            <div key={rule}>
              <dt>{t(`codebook.card.${rule}`)}</dt>
              <dd data-quote={rule.endsWith('Example') || undefined}>{code[rule]}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
