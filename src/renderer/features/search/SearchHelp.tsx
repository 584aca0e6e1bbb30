import { ExamplesHelp } from '../../parts/ExamplesHelp.tsx';
import { useT } from '../../services/text.ts';

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
  return <ExamplesHelp label={t('search.help')} examples={examples} />;
}
