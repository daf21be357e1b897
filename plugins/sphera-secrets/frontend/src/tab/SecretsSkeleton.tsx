import { Flex, Skeleton } from '@backstage/ui';
import summaries from './EnvironmentSummary.module.css';

/** Where the secrets of a service are about to be. */
export function SecretsSkeleton() {
  return (
    <Flex
      direction="column"
      gap="4"
      role="status"
      aria-label="Secrets are loading"
    >
      <div className={summaries.summaries}>
        <Skeleton height={88} width="100%" />
        <Skeleton height={88} width="100%" />
      </div>
      <Skeleton height={32} width="100%" />
      <Skeleton height={320} width="100%" />
    </Flex>
  );
}
