import type { Deployment } from '@sphera/plugin-kubernetes-common';
import {
  type Page,
  pageOfList,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import type { Version } from '@sphera/plugin-rollback-common';
import type {
  HistoricRun,
  HistoricVersion,
  ServiceHistory,
} from '../history/Versions';
import { imageState } from '../plans/imageState';
import { migrationOf } from '../plans/migrationOf';
import { historyOf } from './historyOf';
import type { ReadingParts } from './ReadingParts';

/** A page of versions with what is to run now. */
export interface VersionsPage extends Page<Version> {
  current: Array<{ version: string; regions: string[] }>;
  fetchedAt: string;
  stale?: string;
}

/** The versions of a service in an environment, the newest first; only those on the page are looked up outside. */
export async function readVersions(
  parts: ReadingParts,
  service: ServiceEntry,
  question: {
    environment: string;
    region?: string;
    limit: number;
    cursor?: string;
  },
): Promise<VersionsPage> {
  const { environment, region } = question;
  const regions = region === undefined ? undefined : [region];
  const asked = { service, environment, regions };
  const history = await historyOf(parts, asked, 'region');
  const deployments = await runningIn(parts, asked);
  const page = pageOfList('versions', history.versions, question, one => one);
  return {
    ...page,
    items: await Promise.all(
      page.items.map(one => toVersion(parts, service, one, deployments)),
    ),
    current: currentOf(history),
    fetchedAt: new Date(history.head.fetchedAt).toISOString(),
    stale: history.head.stale,
  };
}

/** What runs there; nothing where the clusters cannot be asked just now. */
async function runningIn(
  { clusters }: ReadingParts,
  asked: { service: ServiceEntry; environment: string; regions?: string[] },
): Promise<Deployment[]> {
  const { service, environment, regions } = asked;
  const all = await clusters
    .deploymentsOf(service.ref, environment)
    .catch(() => []);
  return all.filter(({ region }) => regions?.includes(region) ?? true);
}

/** Who wanted it: a rollback is committed by the portal, for somebody. */
async function whoWanted(
  { people, store }: ReadingParts,
  { rollback, author }: HistoricRun,
): Promise<string> {
  const kept = rollback === undefined ? undefined : await store.get(rollback);
  return kept?.startedBy ?? people.refOf(author);
}

async function toVersion(
  parts: ReadingParts,
  service: ServiceEntry,
  historic: HistoricVersion,
  deployments: Deployment[],
): Promise<Version> {
  const { author: _, runs, ...told } = historic;
  const [image, allRuns] = await Promise.all([
    imageState(parts.images, deployments, [historic.version]),
    Promise.all(
      runs.map(async run => {
        const { version, author, ...rest } = run;
        return { ...rest, deployedBy: await whoWanted(parts, run) };
      }),
    ),
  ]);
  return {
    ...told,
    deployedBy: allRuns[0].deployedBy,
    runsIn: [
      ...new Set(
        deployments
          .filter(({ version }) => version === historic.version)
          .map(({ cluster }) => cluster),
      ),
    ],
    image,
    migration: migrationOf(service, historic),
    runs: allRuns,
  };
}

function currentOf({ files }: ServiceHistory): VersionsPage['current'] {
  const regions = new Map<string, string[]>();
  for (const { version, file } of files) {
    regions.set(version, [...(regions.get(version) ?? []), ...file.regions]);
  }
  return [...regions].map(([version, all]) => ({ version, regions: all }));
}
