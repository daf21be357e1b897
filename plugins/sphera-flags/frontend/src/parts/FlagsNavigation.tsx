import { Tab, TabList, Tabs } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './FlagsNavigation.module.css';
import { useFlagLinks } from './useFlagLinks';

/** The pages about all flags, and beside them what one can begin there. */
export function FlagsNavigation(props: {
  at: 'flags' | 'drift' | 'clusters';
  children?: ReactNode;
}) {
  const links = useFlagLinks();
  return (
    <div className={styles.line}>
      <Tabs selectedKey={props.at}>
        <TabList aria-label="Pages of flags">
          <Tab id="flags" href={links.toFlags()} matchStrategy="exact">
            Flags
          </Tab>
          <Tab id="drift" href={links.toDrift()} matchStrategy="exact">
            Drift
          </Tab>
          <Tab id="clusters" href={links.toClusters()} matchStrategy="exact">
            Clusters
          </Tab>
        </TabList>
      </Tabs>
      {props.children}
    </div>
  );
}
