import { Link, Text } from '@backstage/ui';
import { titleOf } from '@sphera/plugin-fleet-common';
import type { Agent } from '@sphera/plugin-flags-common';
import { countOf, TimeAgo } from '@sphera/plugin-operations-react';
import { useFleet } from '@sphera/plugin-services-react';
import { useFlagLinks } from '../parts/useFlagLinks';

/** Which cluster, and where it stands. */
export function AgentPlace(props: { agent: Agent }) {
  const { cluster, environment, region } = props.agent;
  const { environments, regions } = useFleet();
  return (
    <>
      {cluster}{' '}
      <Text as="p" color="secondary" variant="body-small">
        {titleOf(environments, environment)}, {titleOf(regions, region)}
      </Text>
    </>
  );
}

/** How many of its flags are not as they should be, and how many are on the way. */
export function AgentStanding(props: { agent: Agent }) {
  const { drifting, onTheWay, cluster } = props.agent;
  const links = useFlagLinks();
  const count = drifting.toLocaleString('en');
  const flags = countOf(drifting, 'flag', 'flags');
  return (
    <>
      {drifting === 0 ? (
        'none'
      ) : (
        <Link
          href={links.toDrift({ cluster })}
          aria-label={`${flags} of ${cluster} not in step`}
        >
          {count}
        </Link>
      )}
      {onTheWay > 0 && (
        <Text as="p" color="secondary" variant="body-small">
          {onTheWay.toLocaleString('en')} on the way
        </Text>
      )}
    </>
  );
}

/** What runs there, and since when. */
export function AgentVersion(props: { agent: Agent }) {
  const { version, startedAt } = props.agent;
  if (!version) return <>–</>;
  return (
    <>
      {version}
      {startedAt && (
        <Text as="p" color="secondary" variant="body-small">
          started <TimeAgo time={startedAt} />
        </Text>
      )}
    </>
  );
}
