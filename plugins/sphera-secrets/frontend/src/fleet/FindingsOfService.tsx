import { Box, Link } from '@backstage/ui';
import { titleOf } from '@sphera/plugin-fleet-common';
import { EntityLink, TimeAgo } from '@sphera/plugin-operations-react';
import type { Finding } from '@sphera/plugin-secrets-common';
import { useFleet, useServiceLinks } from '@sphera/plugin-services-react';
import { useId } from 'react';
import type { SecretsDialogs } from '../dialogs/SecretsDialogs';
import { FindingAction } from './FindingAction';
import styles from './FindingsOfService.module.css';
import { KIND_WORDS } from './kindWords';

/** What was found about the secrets of one service; without one: of nobody. */
export function FindingsOfService(props: {
  service: string | undefined;
  findings: Finding[];
  dialogs: SecretsDialogs;
}) {
  const { service, findings, dialogs } = props;
  const titleId = useId();
  return (
    <Box
      as="section"
      bg="neutral"
      className={styles.service}
      aria-labelledby={titleId}
    >
      <h2 id={titleId} className={styles.title}>
        {service ? <EntityLink entityRef={service} /> : 'Of no service'}
      </h2>
      <ul className={styles.list}>
        {findings.map(finding => (
          <li key={keyOf(finding)} className={styles.finding}>
            <OneFinding finding={finding} dialogs={dialogs} />
          </li>
        ))}
      </ul>
    </Box>
  );
}

function OneFinding(props: { finding: Finding; dialogs: SecretsDialogs }) {
  const { kind, service, name, environment, regions, sentence, since } =
    props.finding;
  const fleet = useFleet();
  const { toTab } = useServiceLinks();
  const at = new URLSearchParams({ secret: name });
  return (
    <>
      <span className={styles.kind} data-kind={kind}>
        {KIND_WORDS[kind]}
      </span>
      <div className={styles.words}>
        {service ? (
          <Link
            href={`${toTab(service, 'secrets')}?${at}`}
            standalone
            className={styles.name}
          >
            {name}
          </Link>
        ) : (
          <span className={styles.name}>{name}</span>
        )}
        <span>{sentence}</span>
        <span className={styles.where}>
          {titleOf(fleet.environments, environment)}
          {' · '}
          {regions.map(region => titleOf(fleet.regions, region)).join(', ')}
          {since && (
            <>
              {' · since '}
              <TimeAgo time={since} />
            </>
          )}
        </span>
      </div>
      <div className={styles.action}>
        <FindingAction {...props} />
      </div>
    </>
  );
}

function keyOf({ kind, environment, name, regions }: Finding): string {
  return [kind, environment, name, ...regions].join(' ');
}
