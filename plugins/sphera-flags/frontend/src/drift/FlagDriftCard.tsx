import { Box, Link, Text } from '@backstage/ui';
import { EntityLink } from '@sphera/plugin-operations-react';
import { useId } from 'react';
import { isMendable } from '../flag/cells';
import { MendButton } from '../parts/MendButton';
import { useFlagLinks } from '../parts/useFlagLinks';
import type { DriftOfFlag } from './byFlag';
import styles from './drift.module.css';
import { DriftingCells } from './DriftingCells';
import { UnlikeClusters } from './UnlikeClusters';

/** All that drifts of one flag, with the way back in step. */
export function FlagDriftCard(props: { of: DriftOfFlag }) {
  const { flag, service, drift } = props.of;
  const links = useFlagLinks();
  const id = useId();
  const cells = drift.flatMap(one => (one.kind === 'cell' ? one.cells : []));
  return (
    <Box as="section" bg="neutral" className={styles.card} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {service ? (
            <Link href={links.toFlag(flag)} standalone weight="bold">
              {flag}
            </Link>
          ) : (
            flag
          )}
        </h2>
        {service ? (
          <EntityLink entityRef={service} />
        ) : (
          <Text color="secondary">a flag that nobody here knows</Text>
        )}
        {cells.filter(isMendable).length > 1 && (
          <span className={styles.action}>
            <MendButton of={{ flag, service }} />
          </span>
        )}
      </div>
      {cells.length > 0 && (
        <DriftingCells flag={flag} service={service} cells={cells} />
      )}
      {drift
        .filter(({ kind }) => kind === 'unlike')
        .map(one => (
          <UnlikeClusters key={one.environment} drift={one} />
        ))}
    </Box>
  );
}
