import type { Creation } from '@sphera/plugin-creation-common';
import { Section } from '@sphera/plugin-operations-react';
import { MadeLinks } from '../parts/MadeLinks';
import { useAllLinks } from '../parts/useAllLinks';
import styles from './creation.module.css';
import { CreationHead } from './CreationHead';
import { CreationSteps } from './CreationSteps';
import { Outcome } from './Outcome';

/** How a creation stands: what is done and what is not, and the ways to all that there is. */
export function CreationView(props: { creation: Creation }) {
  const { creation } = props;
  const links = useAllLinks(creation);
  return (
    <div className={styles.page}>
      <CreationHead creation={creation} />
      <Outcome creation={creation} />
      {links.length > 0 && (
        <Section title="What there is now">
          <MadeLinks label="What there is now" links={links} />
        </Section>
      )}
      <CreationSteps steps={creation.steps} />
    </div>
  );
}
