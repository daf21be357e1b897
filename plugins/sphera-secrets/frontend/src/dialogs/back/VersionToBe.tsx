import {
  Actor,
  messageOf,
  TimeAgo,
  useOperation,
} from '@sphera/plugin-operations-react';
import { listVersions } from '@sphera/plugin-secrets-common';
import { usePlaceWords } from '../../parts/usePlaceWords';
import type { SecretInPlace } from '../SecretsDialogs';

/** The version that would be current in one place: of when, and by whom. */
export function VersionToBe(
  props: SecretInPlace & {
    /** Absent: the previous one. */
    versionId?: string;
  },
) {
  const { service, name, place, versionId } = props;
  const words = usePlaceWords();
  const versions = useOperation(listVersions, { service, name, ...place });
  const version = versions.data?.items.find(one =>
    versionId ? one.versionId === versionId : one.isPrevious,
  );
  return (
    <li>
      {words(place)}:{' '}
      {versions.isPending && <span role="status">looking…</span>}
      {versions.error && messageOf(versions.error)}
      {versions.data &&
        !version &&
        'there is no earlier version to go back to.'}
      {version && (
        <>
          <strong>
            the value of{' '}
            {version.createdAt ? (
              <TimeAgo time={version.createdAt} />
            ) : (
              'an unknown date'
            )}
          </strong>
          {version.by ? (
            <>
              , set by <Actor actor={version.by} />
            </>
          ) : (
            ', set outside of the portal'
          )}
        </>
      )}
    </li>
  );
}
