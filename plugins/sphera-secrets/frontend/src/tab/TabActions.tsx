import { Button, ButtonLink } from '@backstage/ui';
import { RiAddLine, RiLayoutColumnLine, RiRefreshLine } from '@remixicon/react';
import {
  OperationButton,
  useOperationMutation,
} from '@sphera/plugin-operations-react';
import { createSecret, listSecrets } from '@sphera/plugin-secrets-common';
import { useSecretsDialogs } from '../dialogs/useSecretsDialogs';
import styles from './TabActions.module.css';

/** What one does with the secrets of a service as a whole. */
export function TabActions(props: {
  service: string;
  /** Whether there are two places to compare. */
  canCompare: boolean;
}) {
  const { service, canCompare } = props;
  const dialogs = useSecretsDialogs();
  const looking = useOperationMutation(listSecrets);
  return (
    <div className={styles.actions}>
      <Button
        variant="secondary"
        iconStart={<RiRefreshLine />}
        isPending={looking.isPending}
        onPress={() => looking.mutate({ service, fresh: true, limit: 1 })}
      >
        Look again
      </Button>
      {canCompare && (
        <ButtonLink
          variant="secondary"
          iconStart={<RiLayoutColumnLine />}
          href="?view=compare"
        >
          Compare
        </ButtonLink>
      )}
      <OperationButton
        operation={createSecret}
        target={{ service }}
        iconStart={<RiAddLine />}
        onPress={() => dialogs.create({ service })}
      >
        Create
      </OperationButton>
    </div>
  );
}
