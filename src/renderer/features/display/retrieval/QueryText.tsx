import { CircleHelp } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components';
import { useT } from '../../../services/text.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { Popover } from '../../../ui/Popover.tsx';
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
        <QueryHelp />
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

function QueryHelp() {
  const t = useT();
  return (
    <DialogTrigger>
      <IconButton label={t('retrieval.help')} icon={<CircleHelp />} size="small" />
      <Popover label={t('retrieval.help')} placement="bottom end">
        <dl className="query-help">
          {examples.map(([example, meaning]) => (
            <div key={example}>
              <dt>
                <code>{example}</code>
              </dt>
              <dd>{t(meaning)}</dd>
            </div>
          ))}
        </dl>
      </Popover>
    </DialogTrigger>
  );
}
