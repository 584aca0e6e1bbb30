import { CircleHelp } from 'lucide-react';
import { DialogTrigger } from 'react-aria-components';
import { useT } from '../../services/text.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Popover } from '../../ui/Popover.tsx';

const examples = [
  ['anggaran desa', 'search.help.and'],
  ['"kepala dinas"', 'search.help.phrase'],
  ['transparan* k?ta', 'search.help.wild'],
  ['warga OR masyarakat', 'search.help.or'],
  ['anggaran NOT desa', 'search.help.not'],
  ['warga NEAR/5 anggaran', 'search.help.near'],
  ['(desa OR kota) anggaran', 'search.help.brackets'],
  ['/\\d{4}/', 'search.help.expression'],
] as const;

/** What can be written into the field, by example. */
export function SearchHelp() {
  const t = useT();
  return (
    <DialogTrigger>
      <IconButton label={t('search.help')} icon={<CircleHelp />} size="small" />
      <Popover label={t('search.help')} placement="bottom end">
        <dl className="search-help">
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
