import { useFleet } from '@sphera/plugin-services-react';
import { titleOf } from '@sphera/plugin-fleet-common';
import { EntityLink } from '@sphera/plugin-operations-react';

/** What is locked: a service or all of them, in one environment or in all. */
export function LockedPlace(props: {
  lock: { service?: string; environment?: string };
  /** Whether a service is clear from where it stands. Default: false. */
  isServiceKnown?: boolean;
}) {
  const { service, environment } = props.lock;
  const { environments } = useFleet();
  const where = environment
    ? ` in ${titleOf(environments, environment)}`
    : undefined;
  if (!service) return <>All services{where}</>;
  if (props.isServiceKnown) return <>This service{where}</>;
  return (
    <>
      <EntityLink entityRef={service} />
      {where}
    </>
  );
}
