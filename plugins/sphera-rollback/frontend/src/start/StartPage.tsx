import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Container, Flex, Text } from '@backstage/ui';
import { ServiceField } from '@sphera/plugin-services-react';
import { StartService } from './StartService';
import { useStartAddress } from './useStartAddress';

/** Where one chooses what to roll back and to which version, sees what that changes, and does it. */
export function StartPage() {
  const address = useStartAddress();
  const { service } = address.place;
  return (
    <main>
      <Container>
        <Flex direction="column" gap="4" pt="2" pb="8">
          {service ? (
            <StartService
              key={service}
              service={fullRef(service)}
              address={address}
            />
          ) : (
            <ChooseService onChoose={address.chooseService} />
          )}
        </Flex>
      </Container>
    </main>
  );
}

function ChooseService(props: { onChoose(service?: string): void }) {
  return (
    <>
      <Text as="h2" variant="title-small" weight="bold">
        Roll back a service
      </Text>
      <div style={{ maxWidth: '28rem' }}>
        <ServiceField
          value={undefined}
          onChange={props.onChoose}
          error={null}
          startsFocused
          description="Environment and version come next. Nothing changes before you have seen what would."
        />
      </div>
    </>
  );
}

// People write addresses by hand: `?service=quotes`.
function fullRef(service: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(service, {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return service;
  }
}
