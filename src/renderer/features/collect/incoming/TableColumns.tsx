import { useNumber, useT } from '../../../services/text.ts';
import { Select } from '../../../ui/Select.tsx';
import type { TableAnswer, TableChoices } from './TableDialog.tsx';

export type TableColumnsProps = {
  readonly columns: TableAnswer['columns'];
  readonly choices: TableChoices;
  readonly onChange: (choices: TableChoices) => void;
};

const roles = ['case', 'variable', 'text', 'left'] as const;
const types = ['Text', 'Integer', 'Float', 'Boolean', 'Date', 'DateTime'] as const;

/** What each column is: who answered, a closed question and its type, an open one, or nothing to import. */
export function TableColumns({ columns, choices, onChange }: TableColumnsProps) {
  const t = useT();
  const number = useNumber();
  const setRole = (name: string, role: (typeof roles)[number]): void => {
    const own = { ...choices.roles, [name]: role };
    // One column names the respondent: the former one becomes a variable.
    const former =
      role === 'case' ? columns.find((column) => column.role === 'case' && column.name !== name) : undefined;
    onChange({ ...choices, roles: former ? { ...own, [former.name]: 'variable' } : own });
  };
  return (
    <div className="incoming-columns" role="group" aria-label={t('incoming.table.columns')}>
      <table className="collect-report">
        <thead>
          <tr>
            <th scope="col">{t('incoming.table.column')}</th>
            <th scope="col">{t('incoming.table.examples')}</th>
            <th scope="col">{t('incoming.table.role')}</th>
            <th scope="col">{t('incoming.table.type')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, role, type, filled, examples }) => (
            <tr key={name}>
              <th scope="row" className="collect-report-file">
                {name}
                <span>{t('incoming.table.filled', { count: number(filled) })}</span>
              </th>
              <td className="incoming-examples">{examples.map((example) => example.slice(0, 60)).join(' · ')}</td>
              <td>
                <Select
                  label={t('incoming.table.roleOf', { name })}
                  isLabelHidden
                  size="small"
                  value={role}
                  onChange={(chosen) => setRole(name, chosen)}
                  options={roles.map((id) => ({ id, label: t(`incoming.table.role.${id}`) }))}
                />
              </td>
              <td>
                {role === 'variable' && (
                  <Select
                    label={t('incoming.table.typeOf', { name })}
                    isLabelHidden
                    size="small"
                    value={type}
                    onChange={(chosen) => onChange({ ...choices, types: { ...choices.types, [name]: chosen } })}
                    options={types.map((id) => ({ id, label: t(`cases.type.${id}`) }))}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
