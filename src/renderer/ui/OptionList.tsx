import './list.css';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import { useT } from '../services/text.ts';
import type { Option } from './option.ts';

/** The entries of a `Select` or `ComboBox`; needs one of them around it. */
export function OptionList({ options }: { readonly options: readonly Option[] }) {
  const t = useT();
  return (
    <ListBox
      className="list"
      items={options}
      renderEmptyState={() => <p className="list-empty">{t('ui.no-options')}</p>}
    >
      {({ id, label, description, icon }) => (
        <ListBoxItem id={id} textValue={label} className="list-item">
          {icon}
          <span className="list-words">
            <Text slot="label" className="list-label">
              {label}
            </Text>
            {description !== undefined && (
              <Text slot="description" className="list-description">
                {description}
              </Text>
            )}
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  );
}
