import { RiKey2Line } from '@remixicon/react';
import { EmptyState } from '@sphera/plugin-operations-react';

/** Nobody has said yet where secrets are kept. */
export function NoPlaces() {
  return (
    <EmptyState
      icon={<RiKey2Line size={32} aria-hidden />}
      title="No place of secrets is set up"
      description="The platform team names the AWS accounts and regions in the configuration, under sphera.secrets.places. It takes five minutes: docs/secrets.md of the portal."
    />
  );
}
