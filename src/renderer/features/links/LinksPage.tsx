import './links.css';
import { Download, Link2, Pencil, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Link, LinkKind } from '../../../shared/contract/links.ts';
import { useAnswer, useFetchAnswer } from '../../services/answers.ts';
import { useSaveFromStudy } from '../../services/leaving.ts';
import { notify } from '../../services/notices.ts';
import { usePerform } from '../../services/perform.ts';
import { useCanChange } from '../../services/session.ts';
import { useDateFormat, useT } from '../../services/text.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import { Table } from '../../ui/Table.tsx';
import type { TableColumn } from '../../ui/table-data.ts';
import { goToEnd } from './note-commands.ts';
import { linkKinds, oneLine } from './note-signs.ts';
import { useLinking } from './store.ts';

const noLinks: readonly Link[] = [];
const none: ReadonlySet<string> = new Set();

/** Every link of the study as a table: sorted by any column, copied into a spreadsheet, saved as CSV. */
export function LinksPage() {
  const t = useT();
  const perform = usePerform();
  const canChange = useCanChange();
  const fetchAnswer = useFetchAnswer();
  const columns = useColumns();
  const [kind, setKind] = useState<LinkKind | 'all'>('all');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(none);
  const { data: all = noLinks, isPending } = useAnswer('links.list', {});
  const shown = kind === 'all' ? all : all.filter((link) => link.kind === kind);
  const selected = shown.filter(({ guid }) => chosen.has(guid));
  const [one] = selected;
  const saveFromStudy = useSaveFromStudy();
  const exportCsv = async (): Promise<void> => {
    const head = columns.map(({ label }): string | number | null => label);
    const rows = [head, ...shown.map((link) => columns.map(({ text }): string | number | null => text(link)))];
    const { csv } = await fetchAnswer('analysis.exportTable', { rows });
    const name = `${t('links.csv.name')}.csv`;
    const isSaved = await saveFromStudy(new Blob([csv], { type: 'text/csv;charset=utf-8' }), name);
    if (isSaved) notify({ kind: 'success', text: t('links.csv.saved', { name }) });
  };
  if (!isPending && all.length === 0) {
    return <EmptyState title={t('links.empty.title')} text={t('links.empty.text')} icon={<Link2 />} />;
  }
  return (
    <Panel
      title={t('links.title')}
      count={shown.length === all.length ? String(all.length) : `${shown.length} / ${all.length}`}
      actions={
        <>
          <Button
            size="small"
            icon={<Pencil />}
            isDisabled={!canChange || selected.length !== 1}
            onPress={() => one && useLinking.getState().set({ changing: one })}
          >
            {t('links.change')}
          </Button>
          <Button
            size="small"
            icon={<Trash2 />}
            isDisabled={!canChange || selected.length === 0}
            onPress={() => {
              setChosen(none);
              void perform('links.delete', { linkIds: selected.map(({ guid }) => guid) });
            }}
          >
            {t('links.delete')}
          </Button>
          <Button size="small" icon={<Download />} isDisabled={shown.length === 0} onPress={() => void exportCsv()}>
            {t('links.csv')}
          </Button>
        </>
      }
      toolbar={
        <Select
          label={t('links.kind')}
          size="small"
          value={kind}
          options={[
            { id: 'all' as const, label: t('links.kind.all') },
            ...linkKinds.map((id) => ({ id, label: t(`links.kind.${id}`) })),
          ]}
          onChange={setKind}
        />
      }
    >
      <Table
        label={t('links.title')}
        columns={columns}
        rows={shown}
        rowId={({ guid }) => guid}
        selectedIds={chosen}
        onSelect={(ids) => setChosen(new Set(ids))}
        onAction={({ from, to }) => goToEnd(from.isLost ? to : from, t)}
        empty={<p className="links-none">{t('links.none')}</p>}
      />
    </Panel>
  );
}

function useColumns(): readonly TableColumn<Link>[] {
  const t = useT();
  const dates = useDateFormat();
  return useMemo(() => {
    const words = (id: 'from' | 'to'): TableColumn<Link> => ({
      id,
      label: t(`links.column.${id}`),
      text: (link) => `${link[id].quote}${link[id].isLost ? ` (${t('links.lost')})` : ''}`,
      render: (link) => (
        <span className="links-words" data-lost={link[id].isLost || undefined} title={link[id].quote}>
          {oneLine(link[id].quote, 160)}
          {link[id].isLost && ` (${t('links.lost')})`}
        </span>
      ),
      sortBy: (link) => link[id].quote,
    });
    const title = (id: 'from' | 'to'): TableColumn<Link> => ({
      id: `${id}-document`,
      label: t(`links.column.${id}-document`),
      text: (link) => link[id].documentTitle,
      sortBy: (link) => link[id].documentTitle,
    });
    return [
      { ...words('from'), isRowHeader: true },
      title('from'),
      {
        id: 'kind',
        label: t('links.kind'),
        text: ({ kind }) => t(`links.kind.${kind}`),
        sortBy: ({ kind }) => t(`links.kind.${kind}`),
      },
      words('to'),
      title('to'),
      { id: 'note', label: t('links.note'), text: ({ note }) => note, sortBy: ({ note }) => note },
      {
        id: 'modified',
        label: t('links.column.modified'),
        text: ({ modifiedAt }) => dates.moment(modifiedAt),
        sortBy: ({ modifiedAt }) => modifiedAt,
      },
    ];
  }, [t, dates]);
}
