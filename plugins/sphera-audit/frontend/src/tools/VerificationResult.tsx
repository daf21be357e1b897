import { Alert, Flex, Text } from '@backstage/ui';
import type { Verification } from '@sphera/plugin-audit-common';
import { FailedState } from '@sphera/plugin-operations-react';
import { Fingerprint } from '../record/Fingerprint';

/** What came of verifying the log. */
export function VerificationResult(props: {
  /** Absent while it is under way. */
  verification?: Verification;
  error: Error | null;
  onRetry(): void;
}) {
  const { verification, error, onRetry } = props;
  if (error) {
    return <FailedState what="The chain" error={error} onRetry={onRetry} />;
  }
  if (!verification) {
    return (
      <Alert
        status="info"
        isPending
        title="Following the chain of records…"
        description="A hundred thousand records take about a second."
      />
    );
  }
  const { firstBad, checked, first, last, keyed, hash } = verification;
  if (firstBad) {
    return (
      <Alert
        status="danger"
        icon
        role="alert"
        title={firstBad.explanation}
        description={`${records(
          checked,
        )} before it are as they were written. Keep a copy of the database and tell the platform team.`}
      />
    );
  }
  return (
    <Flex direction="column" gap="3">
      <Alert
        status="success"
        icon
        title={`${records(checked)}, none changed, removed or inserted`}
        description={
          last === undefined ? undefined : `From record ${first} to ${last}.`
        }
      />
      <Text color="secondary">
        {keyed
          ? 'The records are sealed with a key: nobody without it can write another history.'
          : 'The records are chained, but not sealed with a key (sphera.audit.key).'}{' '}
        Whoever keeps this fingerprint of the last record can tell later whether
        the end was cut off:
      </Text>
      <Fingerprint label="Fingerprint of the last record" hash={hash} />
    </Flex>
  );
}

function records(count: number): string {
  return count === 1 ? '1 record' : `${count.toLocaleString('en')} records`;
}
