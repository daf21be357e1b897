import { Actor, FactsTable, TimeAgo } from '@sphera/plugin-operations-react';
import { durationInWords } from '../parts/durationWords';
import { CommitLinks } from './CommitLinks';
import { VersionMarks } from './VersionMarks';
import type { ListedVersions } from './ListedVersions';
import { WayBack } from './WayBack';

/** The versions of a service in an environment, the newest first, with the way back to each. */
export function VersionsTable(props: ListedVersions) {
  const { versions, isOneCurrent, ...place } = props;
  return (
    <FactsTable
      label="Versions"
      columns={[
        'Version',
        'Known',
        'Deployed',
        'Ran for',
        'Commit',
        'Way back',
      ]}
      rows={versions.map(one => ({
        key: one.version,
        cells: [
          <strong>{one.version}</strong>,
          <VersionMarks version={one} />,
          <>
            <TimeAgo time={one.deployedAt} /> by{' '}
            <Actor actor={one.deployedBy} />
          </>,
          durationInWords(one.ranFor),
          <CommitLinks of={one} />,
          one.isCurrent && isOneCurrent ? (
            '–'
          ) : (
            <WayBack {...place} version={one.version} />
          ),
        ],
      }))}
    />
  );
}
