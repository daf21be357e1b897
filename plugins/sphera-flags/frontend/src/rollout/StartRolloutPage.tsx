import { Container } from '@backstage/ui';
import { type Flag, getRings } from '@sphera/plugin-flags-common';
import {
  FailedState,
  PageSkeleton,
  useOperation,
} from '@sphera/plugin-operations-react';
import { OneFlagPage } from '../acting/OneFlagPage';
import { StartRolloutForm } from './StartRolloutForm';

/** Where a roll-out is planned and started. */
export function StartRolloutPage() {
  return (
    <OneFlagPage>
      {(flag, look) => (
        <WithRings key={flag.flag} flag={flag} onConflict={look} />
      )}
    </OneFlagPage>
  );
}

function WithRings(props: { flag: Flag; onConflict(): void }) {
  const rings = useOperation(getRings, {});
  if (rings.data) return <StartRolloutForm {...props} rings={rings.data} />;
  if (!rings.error) return <PageSkeleton what="The rings" />;
  return (
    <main>
      <Container>
        <FailedState
          what="The rings"
          error={rings.error}
          onRetry={() => rings.refetch()}
        />
      </Container>
    </main>
  );
}
