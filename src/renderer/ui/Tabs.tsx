import './tabs.css';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';

export type TabPart<Id extends string> = {
  readonly id: Id;
  readonly label: string;
  readonly content: ReactNode;
  readonly icon?: ReactNode;
  /** A count or word beside the label. */
  readonly badge?: ReactNode;
};

export type TabsProps<Id extends string> = {
  readonly label: string;
  readonly parts: readonly TabPart<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** Controls at the end of the row of tabs. */
  readonly actions?: ReactNode;
  /** What all tabs have in common, above what each shows: it stays where it is when another is selected. */
  readonly shared?: ReactNode;
};

export function Tabs<Id extends string>({ label, parts, selected, onSelect, actions, shared }: TabsProps<Id>) {
  return (
    <AriaTabs
      className="tabs"
      selectedKey={selected}
      onSelectionChange={(key) => {
        const chosen = parts.find(({ id }) => id === key);
        if (chosen) onSelect(chosen.id);
      }}
    >
      <div className="tabs-row">
        <TabList aria-label={label} className="tabs-list">
          {parts.map(({ id, label: name, icon, badge }) => (
            <Tab key={id} id={id} className="tab">
              {icon}
              <span>{name}</span>
              {badge}
            </Tab>
          ))}
        </TabList>
        {actions !== undefined && <div className="tabs-actions">{actions}</div>}
      </div>
      {shared}
      {parts.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
