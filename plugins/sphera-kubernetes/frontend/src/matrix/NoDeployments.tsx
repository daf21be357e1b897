import { RiStackLine } from '@remixicon/react';
import { EmptyState } from '@sphera/plugin-operations-react';

/** Nothing that runs belongs to a service: what a deployment needs for that, or that no cluster is connected. */
export function NoDeployments(props: {
  /** How many clusters the fleet has. */
  clusters: number;
}) {
  return props.clusters === 0 ? (
    <EmptyState
      icon={<RiStackLine size={32} aria-hidden />}
      title="No cluster is connected"
      description="What runs where shows up here once the configuration names clusters under sphera.fleet.clusters."
    />
  ) : (
    <EmptyState
      icon={<RiStackLine size={32} aria-hidden />}
      title="No deployments yet"
      description={
        <>
          A deployment shows up here once it belongs to a service: give it the
          label <code>backstage.io/kubernetes-id</code>, with the value that the
          service has in its annotation of the same name.
        </>
      }
    />
  );
}
