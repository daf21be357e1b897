import { Button } from '@backstage/ui';
import { RiCheckDoubleLine } from '@remixicon/react';
import { EmptyState } from '@sphera/plugin-operations-react';

/** One looked for drift, and there is none. */
export function NothingDrifts(props: { onClear(): void }) {
  return (
    <EmptyState
      icon={
        <RiCheckDoubleLine
          size={32}
          color="var(--bui-fg-positive)"
          aria-hidden
        />
      }
      title="Nothing drifts"
      description="In every region that is seen, these secrets are as in the other regions of the environment."
      action={
        <Button variant="secondary" onPress={props.onClear}>
          Show all secrets
        </Button>
      }
    />
  );
}
