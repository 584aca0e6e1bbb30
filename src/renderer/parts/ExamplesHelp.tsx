import './examples-help.css';
import { CircleHelp } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components';
import type { MessageKey } from '../../shared/i18n/catalogue.ts';
import { useT } from '../services/text.ts';
import { IconButton } from '../ui/Button.tsx';
import { Popover } from '../ui/Popover.tsx';

type Props = {
  readonly label: string;
  /** What can be written, and what it means. */
  readonly examples: readonly (readonly [example: string, meaning: MessageKey])[];
};

/** What can be written into a field that has a language of its own, by example. */
export function ExamplesHelp({ label, examples }: Props) {
  const t = useT();
  return (
    <DialogTrigger>
      <IconButton label={label} icon={<CircleHelp />} size="small" />
      <Popover label={label} placement="bottom end">
        <dl className="examples-help">
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
