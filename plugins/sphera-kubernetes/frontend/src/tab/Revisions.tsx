import type { DeploymentDetails } from '@sphera/plugin-kubernetes-common';
import { FactsTable, Section, TimeAgo } from '@sphera/plugin-operations-react';
import { VersionBadge } from '../parts/VersionBadge';

/** What was rolled out before (its ReplicaSets), the newest first. */
export function Revisions(props: { history: DeploymentDetails['history'] }) {
  const { history } = props;
  if (history.length === 0) return null;
  return (
    <Section title="Revisions" note={history.length}>
      <FactsTable
        label="Revisions"
        columns={['Revision', 'Version', 'First rolled out', 'Pods']}
        rows={history.map(one => ({
          key: String(one.revision),
          cells: [
            one.current ? (
              <strong>{one.revision} (current)</strong>
            ) : (
              one.revision
            ),
            <span title={one.images.join('\n')}>
              <VersionBadge version={one.version} />
            </span>,
            <TimeAgo time={one.createdAt} />,
            one.replicas === 0 ? '–' : `${one.ready} of ${one.replicas} ready`,
          ],
        }))}
      />
    </Section>
  );
}
