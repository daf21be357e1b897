import { Alert, Button } from '@backstage/ui';
import type { Flag } from '@sphera/plugin-flags-common';
import { TimeAgo } from '@sphera/plugin-operations-react';
import { aboutOf } from './about/About';

/** What was wanted in each cluster when one looked. */
export type Seen = Record<string, number>;

/** The revisions of some clusters, as one sees them now. */
export function seenIn(flag: Flag, clusters: readonly string[]): Seen {
  return Object.fromEntries(
    flag.cells
      .filter(({ cluster }) => clusters.includes(cluster))
      .map(({ cluster, wanted }) => [cluster, wanted?.revision ?? 0]),
  );
}

/** Somebody changed the flag while the form was open: who, and a way to go on from there. */
export function Meanwhile(props: {
  /** As one looked at it, and as it is now. */
  looked: Flag;
  now: Flag;
  /** One has read what is different. */
  onLook(): void;
}) {
  const { looked, now, onLook } = props;
  if (!hasChanged(looked, now)) return null;
  return (
    <Alert
      status="warning"
      icon
      role="alert"
      title={`${now.changedBy.title} changed this flag meanwhile`}
      description={
        <>
          <TimeAgo time={now.changedAt} />. What you have written stays; what it
          changes is worked out anew once you go on.
        </>
      }
      customActions={
        <Button size="small" variant="secondary" onPress={onLook}>
          Go on from there
        </Button>
      }
    />
  );
}

/** Whether something else is wanted in a cluster than when one looked, or it is about something else. */
export function hasChanged(looked: Flag, now: Flag): boolean {
  const whatCounts = (flag: Flag) =>
    JSON.stringify([revisionsOf(flag), aboutOf(flag)]);
  return whatCounts(looked) !== whatCounts(now);
}

function revisionsOf({ cells }: Flag): [string, number | undefined][] {
  return cells.map(({ cluster, wanted }) => [cluster, wanted?.revision]);
}
