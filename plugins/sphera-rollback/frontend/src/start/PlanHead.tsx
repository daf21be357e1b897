import { Text } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import { countOf } from '@sphera/plugin-operations-react';
import type { Plan } from '@sphera/plugin-rollback-common';
import { useFleet } from '@sphera/plugin-services-react';
import { environmentInWords, regionsInWords } from '../parts/placeWords';
import styles from './start.module.css';

/** From which version to which, where, and how far back that is. */
export function PlanHead(props: { plan: Plan }) {
  const { environment, regions, from, version, versionsBack, channel } =
    props.plan;
  const fleet = useFleet();
  const facts = [
    `${environmentInWords(fleet, environment)}: ${regionsInWords(
      fleet,
      regions,
    )}`,
    versionsBack && `${countOf(versionsBack, 'version', 'versions')} back`,
    channel && `Slack channel ${channel} is told`,
  ].filter(Boolean);
  return (
    <div>
      <Text as="h3" variant="title-small" weight="bold">
        <span className={styles.fromTo}>
          {from}
          <RiArrowRightLine size={20} aria-label="to" role="img" />
          {version}
        </span>
      </Text>
      <Text as="p" color="secondary">
        {facts.join(' · ')}
      </Text>
    </div>
  );
}
