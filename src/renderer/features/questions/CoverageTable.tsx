import { ClipboardList, FileDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { CoverageAnswer } from '../../../shared/contract/collection.ts';
import type { CoverageState } from '../../../shared/domain/coverage.ts';
import { useAnswer, useFetchAnswer } from '../../services/answers.ts';
import { useSaveFromStudy } from '../../services/leaving.ts';
import { useT } from '../../services/text.ts';
import { Badge, type BadgeProps } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import { EntryDialog } from './EntryDialog.tsx';

type Rows = 'cases' | 'documents';
type Columns = 'research' | 'guide';
type Named = { readonly guid: CoverageAnswer['source']; readonly name: string };

const tones: Readonly<Record<CoverageState, NonNullable<BadgeProps['tone']>>> = {
  covered: 'success',
  silent: 'danger',
  planned: 'accent',
  'not-asked': 'warning',
};

/** who was asked about what. "Not asked" and "silent" are different words in different colours. */
export function CoverageTable() {
  const t = useT();
  const fetchAnswer = useFetchAnswer();
  const [rowsShown, setRows] = useState<Rows>('cases');
  const [columnsShown, setColumns] = useState<Columns>('research');
  const [opened, setOpened] = useState<{ readonly source: Named; readonly question: Named } | null>(null);
  const { data: cases = [] } = useAnswer('cases.list', {});
  const { data: documents = [] } = useAnswer('documents.list', {});
  const { data: research = [] } = useAnswer('questions.list', {});
  const { data: guide = [] } = useAnswer('guide.questions', {});
  const { data: coverage } = useAnswer('collection.coverage', {});
  const cells = useMemo(
    () => new Map(coverage?.cells.map((cell) => [`${cell.source} ${cell.question}`, cell]) ?? []),
    [coverage],
  );
  const rows: readonly Named[] =
    rowsShown === 'cases'
      ? cases.map(({ guid, name }) => ({ guid, name }))
      : documents.map(({ guid, title }) => ({ guid, name: title }));
  const columns: readonly Named[] = (columnsShown === 'research' ? research : guide).map(({ guid, label }) => ({
    guid,
    name: label,
  }));
  const cellOf = (source: Named, question: Named) => cells.get(`${source.guid} ${question.guid}`);
  const stateOf = (source: Named, question: Named): CoverageState => cellOf(source, question)?.state ?? 'not-asked';
  const saveFromStudy = useSaveFromStudy();
  const save = async (): Promise<void> => {
    const head = [t('coverage.source'), ...columns.map(({ name }) => name)];
    const lines = rows.map((row) => [
      row.name,
      ...columns.map((column) => t(`coverage.state.${stateOf(row, column)}`)),
    ]);
    const { csv } = await fetchAnswer('analysis.exportTable', { rows: [head, ...lines] });
    await saveFromStudy(new Blob([csv], { type: 'text/csv' }), `${t('coverage.file')}.csv`);
  };
  const isEmpty = rows.length === 0 || columns.length === 0;
  return (
    <Panel
      title={t('coverage.title')}
      actions={
        <Button size="small" icon={<FileDown />} isDisabled={isEmpty} onPress={() => void save()}>
          {t('collect.accounting.export')}
        </Button>
      }
      toolbar={
        <>
          <Select<Rows>
            label={t('coverage.rows')}
            size="small"
            value={rowsShown}
            options={[
              { id: 'cases', label: t('coverage.rows.cases') },
              { id: 'documents', label: t('coverage.rows.documents') },
            ]}
            onChange={setRows}
          />
          <Select<Columns>
            label={t('coverage.columns')}
            size="small"
            value={columnsShown}
            options={[
              { id: 'research', label: t('questions.title') },
              { id: 'guide', label: t('coverage.columns.guide') },
            ]}
            onChange={setColumns}
          />
        </>
      }
    >
      {isEmpty ? (
        <EmptyState title={t('coverage.empty.title')} text={t('coverage.empty.text')} icon={<ClipboardList />} />
      ) : (
        <div className="coverage-scroll">
          <p className="coverage-help">{t('coverage.help')}</p>
          <table className="coverage-table" aria-label={t('coverage.title')}>
            <thead>
              <tr>
                <th scope="col">{t('coverage.source')}</th>
                {columns.map(({ guid, name }) => (
                  <th key={guid} scope="col" title={name}>
                    <span className="coverage-name">{name}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.guid}>
                  <th scope="row" title={row.name}>
                    <span className="coverage-name">{row.name}</span>
                  </th>
                  {columns.map((column) => {
                    const state = stateOf(row, column);
                    const codings = cellOf(row, column)?.codings ?? 0;
                    return (
                      <td key={column.guid}>
                        <button
                          type="button"
                          className="coverage-cell"
                          aria-label={t('coverage.cell', {
                            source: row.name,
                            question: column.name,
                            state: t(`coverage.state.${state}`),
                            codings,
                          })}
                          onClick={() => setOpened({ source: row, question: column })}
                        >
                          <Badge tone={tones[state]}>{t(`coverage.state.${state}`)}</Badge>
                          {codings > 0 && <span className="coverage-count">{codings}</span>}
                        </button>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {opened && (
        <EntryDialog
          {...opened}
          cell={cellOf(opened.source, opened.question) ?? null}
          onClose={() => setOpened(null)}
        />
      )}
    </Panel>
  );
}
