import { Button, Flex, Text } from '@backstage/ui';
import {
  EntityLink,
  FailedState,
  useOperation,
} from '@sphera/plugin-operations-react';
import { getLayout } from '@sphera/plugin-rollback-common';
import { NoLayout } from '../parts/NoLayout';
import { EnvironmentChoice } from './EnvironmentChoice';
import { StartEnvironment } from './StartEnvironment';
import { StartSkeleton } from './StartSkeleton';
import type { StartAddress } from './useStartAddress';

/** A rollback of one service: its environments, and what is to be done in the chosen one. */
export function StartService(props: {
  /** Entity ref. */
  service: string;
  address: StartAddress;
}) {
  const { service, address } = props;
  return (
    <>
      <Flex align="center" justify="between" gap="3">
        <Text as="h2" variant="title-small" weight="bold">
          Roll back <EntityLink entityRef={service} />
        </Text>
        <Button
          variant="tertiary"
          size="small"
          onPress={() => address.chooseService(undefined)}
        >
          Another service
        </Button>
      </Flex>
      <InEnvironments service={service} address={address} />
    </>
  );
}

function InEnvironments(props: { service: string; address: StartAddress }) {
  const { service, address } = props;
  const layout = useOperation(getLayout, { service });
  if (layout.error && !layout.data) {
    return (
      <FailedState
        what="Environments"
        error={layout.error}
        onRetry={() => layout.refetch()}
      />
    );
  }
  if (!layout.data) return <StartSkeleton />;
  const { environments } = layout.data;
  const usable = environments.filter(({ files }) => files.length > 0);
  if (usable.length === 0)
    return (
      <NoLayout environments={environments} onRetry={() => layout.refetch()} />
    );
  const only = usable.length === 1 ? usable[0] : undefined;
  const chosen = environments.find(
    ({ environment }) =>
      environment === (address.place.environment ?? only?.environment),
  );
  return (
    <>
      <EnvironmentChoice
        environments={environments}
        chosen={chosen?.environment}
        onChoose={address.chooseEnvironment}
      />
      {chosen && (
        <StartEnvironment
          key={chosen.environment}
          service={service}
          layout={chosen}
          address={address}
        />
      )}
    </>
  );
}
