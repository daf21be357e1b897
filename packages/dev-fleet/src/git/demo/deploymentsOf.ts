import {
  servicesIn,
  REGISTRY,
  rolledOutAt,
} from '../../kubernetes/demo/workload';
import { hashOf } from '../../kubernetes/random';
import type { DemoFile } from './DemoFile';
import type { FileChange } from './FileChange';
import { migrations, olderVersions, takenBack } from './olderVersions';
import { people, portal, releaseBot, teams } from './people';

const HOUR = 3_600_000;

/** From a commit to the clusters: between one and three minutes. */
const untilApplied = (name: string, version: string): number =>
  60_000 + (hashOf(`${name}${version}`) % 120_000);

/** Each version that a file was told to run, the oldest first: those in the clusters and those before them. */
export function versionsOf(
  { clusters, environment, service: { name } }: DemoFile,
  now: number,
): Array<{ version: string; at: number }> {
  const older = (olderVersions[name] ?? []).filter(
    ({ where }) =>
      !where ||
      where === environment ||
      clusters.some(cluster => cluster.name === where),
  );
  const moments = new Map<string, number>();
  for (const cluster of clusters) {
    const running = servicesIn(cluster).find(each => each.name === name);
    const versions = [
      ...older.map(({ version, daysAgo }) => [version, daysAgo] as const),
      ...(running?.versions ?? []),
    ];
    for (const [version, daysAgo] of versions) {
      const at =
        rolledOutAt(cluster, daysAgo, now) - untilApplied(name, version);
      moments.set(version, Math.min(at, moments.get(version) ?? at));
    }
  }
  return [...moments]
    .map(([version, at]) => ({ version, at }))
    .sort((one, other) => one.at - other.at);
}

/** The commits that brought a file's versions, and the one that took one back. */
export function deploymentsOf(file: DemoFile, now: number): FileChange[] {
  const { service, environment, where, repository } = file;
  const { name, team } = service;
  const isByPipeline = environment === 'staging';
  const members = teams[team];
  const deployments = versionsOf(file, now).map(
    ({ version, at }): FileChange => {
      const migration = migrations[name]?.[version];
      const member = members[hashOf(`${name}${version}`) % members.length];
      return {
        file,
        at,
        change: { version },
        subject: `${name} ${version} in ${where}`,
        body: [
          `Image: ${REGISTRY}/${name}:${version}`,
          ...(migration ? [`Database-Migration: ${migration}`] : []),
        ],
        author: isByPipeline ? releaseBot : people[member],
        hasPullRequest:
          !isByPipeline || repository === 'kestrel-parcels/billing-deployments',
      };
    },
  );
  return [...deployments, ...rollbacksAmong(deployments)];
}

function rollbacksAmong(deployments: FileChange[]): FileChange[] {
  const { service, environment, from, to, after, rollback, reason, by } =
    takenBack;
  return deployments
    .filter(
      ({ file, change }) =>
        file.service.name === service &&
        file.environment === environment &&
        change.version === from,
    )
    .map(({ file, at }) => ({
      file,
      at: at + after * HOUR,
      change: { version: to },
      subject: `Roll back ${service} in ${environment} to ${to}`,
      body: [
        reason,
        [
          `Sphera-Operation: ${rollback}`,
          `Sphera-Rollback-From: ${from}`,
          `Sphera-Rollback-To: ${to}`,
          `Co-authored-by: ${people[by].name} <${people[by].email}>`,
        ].join('\n'),
      ],
      author: portal,
      hasPullRequest: false,
    }));
}
