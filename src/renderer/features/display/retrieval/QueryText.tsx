import { ExamplesHelp } from '../../../parts/ExamplesHelp.tsx';
import { useT } from '../../../services/text.ts';
import { TextArea } from '../../../ui/TextField.tsx';
import type { QueryDesk } from './use-query-desk.ts';

/** The query as text. Where it cannot be read, the place is shown. */
export function QueryText({ desk }: { readonly desk: QueryDesk }) {
  const t = useT();
  const { text, fault, write } = desk;
  const message = fault && t(`error.retrieval-${fault.kind}`, { position: fault.position + 1, found: fault.found });
  return (
    <div className="query-text">
      <div className="query-text-field">
        <TextArea
          label={t('retrieval.text')}
          value={text}
          rows={2}
          placeholder={t('retrieval.text.example')}
          error={message}
          onChange={write}
        />
        <ExamplesHelp label={t('retrieval.help')} examples={examples} />
      </div>
      {fault && (
        <p className="query-fault" aria-hidden="true">
          {text.slice(0, fault.position)}
          <mark>{text.slice(fault.position, fault.position + Math.max(1, fault.found.length)) || '␣'}</mark>
          {text.slice(fault.position + Math.max(1, fault.found.length))}
        </p>
      )}
    </div>
  );
}

const examples = [
  ['"A" AND "B"', 'retrieval.help.and'],
  ['NOT "A"', 'retrieval.help.not'],
  ['ONE OF ("A", "B", "C")', 'retrieval.help.one-of'],
  ['UNDER "A"', 'retrieval.help.under'],
  ['"A" OVERLAPS "B"', 'retrieval.help.overlaps'],
  ['"A" NEAR 2 sentences "B"', 'retrieval.help.near'],
  ['"A" SAME case "B"', 'retrieval.help.same'],
  ['"A" WHERE weight >= 50', 'retrieval.help.where'],
] as const;
