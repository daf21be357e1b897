import { fastImport } from '@sphera/dev-fleet';
import { application, helmValues, kustomization, manifest } from './files';
import { DANA_IN_GIT, RELEASE_BOT } from './people';

const DAY = 86_400_000;

/** Versions that were deployed to a file, each with how many days ago. */
interface Given {
  path: string;
  text(version: string): string;
  service: string;
  versions: Array<[version: string, daysAgo: number]>;
}

const helm = (environment: string, region: string) => ({
  path: `booking/quotes/${environment}/${region}/values.yaml`,
  text: (version: string) => helmValues('quotes', version),
  service: 'quotes',
});

const DEPLOYMENTS: Given[] = [
  {
    ...helm('staging', 'eu-central-1'),
    versions: [
      ['4.11.7', 20],
      ['4.12.1', 3],
    ],
  },
  {
    ...helm('production', 'eu-central-1'),
    versions: [
      ['4.10.3', 41],
      ['4.11.7', 19],
      ['4.12.1', 2.2],
    ],
  },
  {
    ...helm('production', 'us-east-1'),
    versions: [
      ['4.10.3', 40],
      ['4.11.7', 18],
      ['4.12.1', 2.1],
    ],
  },
  {
    path: 'tracking/tracker/overlays/production/kustomization.yaml',
    text: version => kustomization('tracker', version),
    service: 'tracker',
    versions: [
      ['11.4.0', 30],
      ['11.5.2', 8.3],
    ],
  },
  ...['production-eu', 'production-us'].map(cluster => ({
    path: `delivery/dispatch/production/${cluster}.yaml`,
    text: (version: string) => manifest('dispatch', version),
    service: 'dispatch',
    versions: [
      ['6.2.0', 36],
      ['6.3.0', 11],
    ] as Given['versions'],
  })),
];

const BILLING: Given[] = ['eu-central-1', 'us-east-1'].map(region => ({
  path: `applications/production/${region}/payments.yaml`,
  text: version => application('payments', version),
  service: 'payments',
  versions: [
    ['2.29.0', 48],
    ['2.30.4', 20.4],
  ],
}));

/** Fills the repositories: each file with each of its versions, one commit each, in order of time. */
export async function giveHistory(
  folderOf: (repository: string) => string,
): Promise<void> {
  await give(folderOf('deployments'), DEPLOYMENTS);
  await give(folderOf('billing-deployments'), BILLING);
}

async function give(folder: string, files: Given[]): Promise<void> {
  const now = Date.now();
  const commits = files.flatMap(({ path, text, service, versions }) =>
    versions.map(([version, daysAgo], index) => ({
      files: { [path]: text(version) },
      message: `${service} ${version} (#${100 + Math.round(daysAgo)})`,
      author: index % 2 ? RELEASE_BOT : DANA_IN_GIT,
      at: now - daysAgo * DAY,
    })),
  );
  await fastImport(folder, {
    branch: 'main',
    commits: commits.sort((one, other) => one.at - other.at),
  });
}
