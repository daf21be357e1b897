import { commitTo } from '@sphera/dev-fleet';
import { dana, givenRepository, NAME } from '@sphera/plugin-git-node/testUtils';
import { openLayouts } from '../../layouts/openLayouts';
import { readAll } from '../../settings/__testUtils__/read';
import type { RepositorySettings } from '../../settings/RollbackSettings';
import { openVersions } from '../openVersions';

export const DAY = 86_400_000;
/** The moment of a test, in milliseconds. */
export const NOW = Date.UTC(2026, 10, 24, 12);
/** So many days before the moment of a test, as answers have it. */
export const daysAgo = (days: number) =>
  new Date(NOW - days * DAY).toISOString();

export const quotes = {
  ref: 'component:default/quotes',
  name: 'quotes',
  title: 'Quotes',
  owners: ['group:default/booking'],
  type: 'microservice',
  environments: [],
  annotations: {},
};

const FLEET = {
  environments: [{ name: 'production', title: 'Production' }],
  regions: [
    { name: 'eu', title: 'Frankfurt' },
    { name: 'us', title: 'Virginia' },
  ],
  clusters: ['eu', 'us'].map(region => ({
    name: `production-${region}`,
    environment: 'production',
    region,
  })),
};

const URLS = {
  commitUrl: 'https://git.example/commit/{hash}',
  pullRequestUrl: 'https://git.example/pull/{number}',
};

export const textOf = (version: string) =>
  `# of quotes\nimage:\n  tag: "${version}"\n`;

/** A repository in which quotes has a file per region, and what a portal reads from it. */
export async function givenDeployments() {
  const given = await givenRepository();
  const repository: RepositorySettings = {
    name: 'deployments',
    url: given.server.urlOf(NAME),
    branch: 'main',
    way: 'push',
    ...URLS,
  };
  const file = '{service}/{environment}/{region}/values.yaml';
  const settings = {
    ...readAll({}),
    repositories: [repository],
    layouts: [{ repository: 'deployments', kind: 'helm' as const, file }],
    ranWellAfter: DAY,
    fetchEvery: 0,
  };
  const portal = given.open();
  const clock = { now: () => NOW, after: () => () => {}, random: () => 0 };
  const layouts = openLayouts(settings, FLEET);

  return {
    ...given,
    /** Opens what a portal that has just started reads. */
    open: () =>
      openVersions({
        settings,
        repositories: { get: () => portal },
        layouts,
        clock,
      }),
    /** Commits a text, by default values with the version, so many days ago; returns the hash. */
    async commit({
      region = 'eu',
      days,
      version,
      text = version ? textOf(version) : null,
      message = `quotes ${version}`,
    }: {
      region?: 'eu' | 'us';
      days: number;
      version?: string;
      text?: string | null;
      message?: string;
    }) {
      return commitTo(given.remote, {
        files: { [`quotes/production/${region}/values.yaml`]: text },
        message,
        author: dana,
        at: NOW - days * DAY,
      });
    },
  };
}

/** What a rollback puts below its message. */
export const trailersOf = (id: string, undoes?: string) =>
  [
    `Sphera-Operation: ${id}`,
    'Sphera-Rollback-From: a',
    'Sphera-Rollback-To: b',
    ...(undoes ? [`Sphera-Undoes: ${undoes}`] : []),
  ].join('\n');
