import { commitTo } from '../../git/commitTo';
import { readFiles } from '../../git/readFiles';
import { HostedRepositories } from '../../git/HostedRepositories';
import { CheckRuns } from '../../gitHub/pullRequests/CheckRuns';
import { machineClock } from '../../kubernetes/clock';
import { startNeighbours } from '../../neighbours/startNeighbours';
import { ContinuousIntegration } from '../ContinuousIntegration';
import { deploy } from '../deploy';

export const DEPLOYMENTS = 'kestrel-parcels/deployments';
/** Jobs take so many times less. */
const SPEED = 100;

const workflow = `
on: { push: { branches: [main] }, pull_request: }
jobs:
  build: { runs-on: ubuntu-latest }
  merge-freeze: { name: sphera/merge-freeze, if: github.event_name != 'push' }
  image: { if: github.event_name == 'push' }
  deploy-to-staging: { if: github.event_name == 'push' }
`;

const image = '111111111111.dkr.ecr.eu-central-1.amazonaws.com/parcels';

export const texts = {
  workflow: { '.github/workflows/ci.yaml': workflow },
  manifest: (tag: string, note = 'first') =>
    `# ${note}\nspec:\n  containers:\n    - image: ${image}:${tag}\n    - image: registry.example/proxy:3.2.1\n`,
};

const atEnd: Array<() => Promise<unknown>> = [];

afterEach(async () => {
  for (const end of atEnd.splice(0).reverse()) await end();
});

/** Repositories with pipelines, a place for images of `places`, and the checks of every repository. */
export async function startCiCompany() {
  const repositories = await HostedRepositories.make([{ name: DEPLOYMENTS }]);
  atEnd.push(() => repositories.remove());
  await commitTo(repositories.get(DEPLOYMENTS)!.folder, {
    files: { 'README.md': 'What runs where' },
    message: 'Begin',
    author: { name: 'Mei Lin', email: 'mei.lin@kestrel.example' },
    at: Date.parse('2026-11-19T09:00:00Z'),
  });
  const clock = machineClock(SPEED);
  const places = new Set(['parcels']);
  const images: string[] = [];
  const checks = new CheckRuns({
    clock,
    own: [],
    takes: 0,
    outcome: () => 'success',
  });
  let url = '';
  const ci = new ContinuousIntegration({
    repositories,
    clock,
    checksOf: () => checks,
    pushImage(service, tag) {
      if (places.has(service)) images.push(`${service}:${tag}`);
      return places.has(service);
    },
    deploy: wish => deploy(repositories, DEPLOYMENTS, wish),
    origin: () => url,
  });
  const server = await startNeighbours([ci]);
  url = server.url;
  atEnd.push(async () => {
    await ci.stop();
    await server.stop();
  });
  let commits = 0;
  return {
    repositories,
    ci,
    url,
    checks,
    images,
    places,
    /** Commits to a branch, as if it had been pushed; returns the hash. */
    async push(
      name: string,
      files: Record<string, string | null>,
      branch = 'main',
    ): Promise<string> {
      const hash = await commitTo(repositories.get(name)!.folder, {
        branch,
        files,
        message: `Change ${++commits}`,
        author: { name: 'Mei Lin', email: 'mei.lin@kestrel.example' },
        at: Date.parse('2026-11-20T09:00:00Z') + commits * 1_000,
      });
      repositories.pushed(name, branch);
      return hash;
    },
    /** A file of the deployments as it is now. */
    async deployed(path: string): Promise<string | undefined> {
      const { folder } = repositories.get(DEPLOYMENTS)!;
      return (await readFiles(folder, 'main', [path]))[0];
    },
    states: () => ci.runs()[0]?.jobs.map(({ state }) => state),
  };
}
