import { Badge, Text } from '@backstage/ui';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { readFleet, titleOf } from '@sphera/plugin-fleet-common';
import styles from './cells.module.css';

/** Where a service is live, as people call these places. */
export function Environments(props: { environments: string[] }) {
  const { environments } = readFleet(useApi(configApiRef));
  if (props.environments.length === 0) {
    return <Text color="secondary">Not live</Text>;
  }
  return (
    <span className={styles.chips}>
      {props.environments.map(name => (
        <Badge key={name} size="small" className={styles.chip}>
          {titleOf(environments, name)}
        </Badge>
      ))}
    </span>
  );
}
