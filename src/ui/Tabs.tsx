/** Several things of which one is shown. */
import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

export interface TabsProps<T extends string> {
  /** What the tabs are, for screen readers. */
  label: string;
  tabs: readonly { id: T; label: string; content: ReactNode }[];
  value: T;
  onChange: (id: T) => void;
  className?: string | undefined;
}

export function Tabs<T extends string>({ label, tabs, value, onChange, className }: TabsProps<T>) {
  return (
    <Base.Root
      className={[styles.root, className].filter(Boolean).join(' ')}
      value={value}
      onValueChange={(id) => onChange(id as T)}
    >
      <Base.List className={styles.list} aria-label={label} activateOnFocus>
        {tabs.map((tab) => (
          <Base.Tab key={tab.id} value={tab.id} className={styles.tab}>
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} className={styles.panel}>
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
