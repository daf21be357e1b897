import { RiAddLine, RiKey2Line } from '@remixicon/react';
import { EmptyState, OperationButton } from '@sphera/plugin-operations-react';
import { createSecret } from '@sphera/plugin-secrets-common';
import { useSecretsDialogs } from '../dialogs/useSecretsDialogs';
import type { PlaceGroup } from '../parts/placeGroups';

/** The service has no secrets, as far as is seen: what they are, and the way to the first. */
export function NoSecrets(props: { service: string; groups: PlaceGroup[] }) {
  const { service, groups } = props;
  const dialogs = useSecretsDialogs();
  const places = groups.flatMap(group => group.places);
  const isSeen = places.every(({ sweptAt }) => sweptAt);
  return (
    <EmptyState
      icon={<RiKey2Line size={32} aria-hidden />}
      title={isSeen ? 'No secrets yet' : 'No secrets seen yet'}
      description={
        isSeen
          ? 'A password, a token or a key that this service needs is kept here: you give a name and a value, and choose where it should live. Full name, tags and encryption follow the standard by themselves.'
          : 'Not every place has been looked at. What this service has there shows up here by itself.'
      }
      action={
        <OperationButton
          operation={createSecret}
          target={{ service }}
          variant="secondary"
          iconStart={<RiAddLine />}
          onPress={() => dialogs.create({ service })}
        >
          Create the first secret
        </OperationButton>
      }
    />
  );
}
