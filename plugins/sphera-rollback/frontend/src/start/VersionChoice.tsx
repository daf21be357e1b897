import { Skeleton, Text } from '@backstage/ui';
import { RiGitCommitLine } from '@remixicon/react';
import { countOf, EmptyState, ShowMore } from '@sphera/plugin-operations-react';
import styles from './start.module.css';
import type { VersionsToChoose } from './useVersions';
import { VersionRow } from './VersionRow';

/** The versions that a service had, the newest first, one of them chosen. */
export function VersionChoice(props: {
  versions: VersionsToChoose;
  chosen: string | undefined;
  onChoose(version: string): void;
}) {
  const { versions, chosen, onChoose } = props;
  const { first, items, suggested, isStale, pages } = versions;
  if (!first) return <ChoiceSkeleton />;
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<RiGitCommitLine size={32} aria-hidden />}
        title="No versions yet"
        description="The history of the GitOps repository has none of this service here."
      />
    );
  }
  const isListed = items.some(({ version }) => version === chosen);
  return (
    <>
      {chosen && !isListed && (
        <Text>
          <strong>{chosen}</strong> is chosen; it is not among the newest{' '}
          {items.length} versions.
        </Text>
      )}
      <div
        role="radiogroup"
        aria-label="Version to go back to"
        className={styles.versions}
        data-stale={isStale || undefined}
      >
        {items.map(version => (
          <VersionRow
            key={version.version}
            version={version}
            isChosen={version.version === chosen}
            isSuggested={version === suggested}
            isOnlyCurrent={version.isCurrent && first.current.length === 1}
            onChoose={() => onChoose(version.version)}
          />
        ))}
      </div>
      <ShowMore
        shown={`${items.length} of ${countOf(
          first.totalItems,
          'version',
          'versions',
        )}`}
        pages={pages}
      />
    </>
  );
}

function ChoiceSkeleton() {
  return (
    <div
      role="status"
      aria-label="Versions are loading"
      className={styles.versions}
    >
      {[1, 2, 3, 4, 5].map(row => (
        <Skeleton key={row} height={68} width="100%" />
      ))}
    </div>
  );
}
