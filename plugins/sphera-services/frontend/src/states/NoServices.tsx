import { useRouteRef } from '@backstage/frontend-plugin-api';
import { Button, ButtonLink } from '@backstage/ui';
import { EmptyState } from '@sphera/plugin-operations-react';
import { RiApps2Line, RiSearchLine } from '@remixicon/react';
import { createServiceRouteRef } from '../routes';

/** The catalog has no service yet: how to get one. */
export function NoServices() {
  const create = useRouteRef(createServiceRouteRef)?.();
  return (
    <EmptyState
      icon={<RiApps2Line />}
      title="No services yet"
      description="A service shows up here once the software catalog knows it: create one from a template, or put a catalog-info.yaml with kind Component and type microservice or microfrontend into its repository and register it."
      action={
        create ? (
          <ButtonLink href={create} variant="primary">
            Create a service
          </ButtonLink>
        ) : undefined
      }
    />
  );
}

/** There are services, but none like this. */
export function NoneMatches(props: { onClear(): void }) {
  return (
    <EmptyState
      icon={<RiSearchLine />}
      title="No service matches"
      description="Search for less, or take a filter off."
      action={
        <Button variant="secondary" onPress={props.onClear}>
          Show all services
        </Button>
      }
    />
  );
}
