import { Alert, Link, Text } from '@backstage/ui';
import type { Flag } from '@sphera/plugin-flags-common';
import { differs } from '../form/startingPoint';
import { useFlagLinks } from '../parts/useFlagLinks';
import { RolloutUnderWay } from '../rollout/RolloutUnderWay';

/** What one should know before one changes a flag: clusters that differ, a roll-out, another way to do it. */
export function ChangeNotes({ flag }: { flag: Flag }) {
  const links = useFlagLinks();
  return (
    <>
      {differs(flag) && (
        <Alert
          status="info"
          icon
          title="Clusters do not have the same now"
          description="The form begins with what most of them have. Every cluster that is chosen gets exactly what is set here."
        />
      )}
      {flag.rollout ? (
        <RolloutUnderWay rollout={flag.rollout} />
      ) : (
        <Text color="secondary">
          It reaches all chosen clusters at once.{' '}
          <Link href={links.toStartRollout(flag.flag)}>
            Roll it out ring by ring instead
          </Link>
        </Text>
      )}
    </>
  );
}
