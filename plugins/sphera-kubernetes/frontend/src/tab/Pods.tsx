import { Button, Text } from '@backstage/ui';
import type { DeploymentDetails } from '@sphera/plugin-kubernetes-common';
import { Section } from '@sphera/plugin-operations-react';
import { useState } from 'react';
import type { LogAddress } from '../logs/useLogAddress';
import styles from './Pods.module.css';
import { PodItem } from './PodItem';
import { byUrgency } from './podWords';

const SHOWN_AT_ONCE = 20;

/** The pods of a deployment, those in trouble first. */
export function Pods(props: {
  deployment: DeploymentDetails;
  onLogs(address: LogAddress): void;
}) {
  const { deployment, onLogs } = props;
  const { pods, version } = deployment;
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  return (
    <Section title="Pods" note={pods.length}>
      {pods.length === 0 ? (
        <Text color="secondary">
          {deployment.replicas.desired === 0
            ? 'None is wanted: this deployment is switched off.'
            : 'None is there. The conditions and events below say why.'}
        </Text>
      ) : (
        <ul className={styles.pods}>
          {byUrgency(pods)
            .slice(0, shown)
            .map(pod => (
              <PodItem
                key={pod.name}
                pod={pod}
                version={version}
                onLogs={onLogs}
              />
            ))}
        </ul>
      )}
      {pods.length > shown && (
        <div>
          <Button
            variant="secondary"
            onPress={() => setShown(shown + SHOWN_AT_ONCE)}
          >
            Show more
          </Button>
        </div>
      )}
    </Section>
  );
}
