import { RiFlag2Line } from '@remixicon/react';
import { EmptyState } from '@sphera/plugin-operations-react';
import { NewFlagButton } from '../parts/NewFlagButton';

/** No flag is there yet: what flags are for, and the way to the first. */
export function NoFlags(props: {
  /** Of which service, entity ref; absent: of none. */
  service?: string;
}) {
  const { service } = props;
  return (
    <EmptyState
      icon={<RiFlag2Line size={32} aria-hidden />}
      title={
        service ? 'This service has no flags yet' : 'There are no flags yet'
      }
      description="A flag switches a feature on or off while the service runs: for everybody, for some percent, or for some customers, in each cluster by itself. Here one sees what is wanted everywhere and whether each cluster has it, also where the portal cannot reach it."
      action={<NewFlagButton service={service} />}
    />
  );
}
