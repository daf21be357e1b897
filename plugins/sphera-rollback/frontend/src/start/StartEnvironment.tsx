import { Alert } from '@backstage/ui';
import { FailedState, Section } from '@sphera/plugin-operations-react';
import type { Layout } from '@sphera/plugin-rollback-common';
import { RunningRollback } from '../parts/RunningRollback';
import { StaleNote } from '../versions/StaleNote';
import { PlanPane } from './PlanPane';
import { RegionChoice } from './RegionChoice';
import { regionGroups, withWholeFiles } from './regionGroups';
import styles from './start.module.css';
import type { StartAddress } from './useStartAddress';
import { useVersions } from './useVersions';
import { VersionChoice } from './VersionChoice';

/** A rollback in one environment: regions and version on one side, what they change on the other. */
export function StartEnvironment(props: {
  /** Entity ref. */
  service: string;
  layout: Layout['environments'][number];
  address: StartAddress;
}) {
  const { service, layout, address } = props;
  const { environment, files, problem, active } = layout;
  const groups = regionGroups(files);
  const regions = withWholeFiles(groups, address.place.regions);
  const versions = useVersions({ service, environment, regions });
  const version = address.place.version ?? versions.suggested?.version;
  if (problem && files.length === 0) {
    return (
      <Alert
        status="warning"
        icon
        title="Nothing can be rolled back here"
        description={problem}
      />
    );
  }
  return (
    <>
      {active && <RunningRollback active={active} />}
      {versions.first && <StaleNote {...versions.first} />}
      <div className={styles.frame}>
        <div className={styles.columns}>
          <div className={styles.choice}>
            <Section title="Where">
              <RegionChoice
                groups={groups}
                regions={regions}
                onChoose={address.chooseRegions}
              />
            </Section>
            <Section title="Back to">
              {versions.pages.error && (
                <FailedState
                  what={versions.first ? 'Newer versions' : 'Versions'}
                  error={versions.pages.error}
                  onRetry={() => versions.pages.refetch()}
                />
              )}
              {!(versions.pages.error && !versions.first) && (
                <VersionChoice
                  versions={versions}
                  chosen={version}
                  onChoose={address.chooseVersion}
                />
              )}
            </Section>
          </div>
          <PlanPane
            wish={
              version ? { service, environment, regions, version } : undefined
            }
            isWaiting={!versions.first && !versions.pages.error}
          />
        </div>
      </div>
    </>
  );
}
