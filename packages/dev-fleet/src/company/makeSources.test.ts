import { asNeighbour } from '../git/asNeighbour';
import { makeDemoRepositories } from '../git/demo/makeDemoRepositories';
import { demoSources } from '../git/demo/sources/demoSources';
import { BROKEN_BUILD } from '../git/demo/sources/sourceHistory';
import { GitServer } from '../git/GitServer';
import type { HostedRepositories } from '../git/HostedRepositories';
import { octokitFor, refusal } from '../gitHub/__testUtils__/startGitHub';
import { DEMO_GITHUB_ACCOUNTS, demoGitHub } from '../gitHub/demoGitHub';
import { services } from '../kubernetes/demo/services';
import { startNeighbours } from '../neighbours/startNeighbours';
import { makeSources } from './makeSources';

const OWNER = 'kestrel-parcels';
const NOW = Date.UTC(2026, 10, 24, 3);

let repositories: HostedRepositories;
let server: Awaited<ReturnType<typeof startNeighbours>>;
let rest: ReturnType<typeof octokitFor>['rest'];

beforeEach(async () => {
  repositories = await makeDemoRepositories(NOW);
  const gitHub = demoGitHub(repositories);
  await makeSources(repositories, gitHub, NOW);
  const git = new GitServer(repositories, DEMO_GITHUB_ACCOUNTS);
  server = await startNeighbours([asNeighbour(git), gitHub]);
  ({ rest } = octokitFor(server.url, DEMO_GITHUB_ACCOUNTS[0].token));
});
afterEach(async () => {
  await server?.stop();
  await repositories?.remove();
});

const sources = demoSources();
const at = (repo: string) => ({ owner: OWNER, repo });

async function text(repo: string, path: string): Promise<string> {
  const { data } = await rest.repos.getContent({ ...at(repo), path });
  return Buffer.from(String(Reflect.get(data, 'content')), 'base64').toString();
}

async function numbersOf(repo: string): Promise<Map<string, number>> {
  const { data } = await rest.pulls.list(at(repo));
  return new Map(data.map(({ title, number }) => [title, number]));
}

describe('the repositories of services', () => {
  it('are those that the catalog names, one for each service', async () => {
    expect(sources.map(({ service }) => service.name).sort()).toEqual(
      services.map(({ name }) => name).sort(),
    );
    const { data } = await rest.repos.listForOrg({ org: OWNER });
    expect(data.map(({ full_name }) => full_name)).toEqual(
      expect.arrayContaining(sources.map(({ repository }) => repository)),
    );
  });

  it('have what a service has: documents, a workflow, an entry of the catalog, a version', async () => {
    expect(await text('quotes', 'README.md')).toContain('# Quotes\n\nPrices a');
    expect(await text('quotes', 'docs/index.md')).toContain('booking team');
    expect(await text('quotes', '.github/workflows/ci.yaml')).toContain(
      'run: go test ./...',
    );
    expect(await text('quotes', 'VERSION')).toBe('4.12.1\n');
    const entry = await text('quotes', 'catalog-info.yaml');
    expect(entry).toMatch(/^apiVersion: .*\nkind: Component\n/);
    expect(entry).toContain('backstage.io/techdocs-ref: dir:.\n');
    const { data } = await rest.repos.listCommits(at('quotes'));
    expect(data[0].commit.message).toBe('Release 4.12.1 (#5)');
  });

  it('were built well, but for one', async () => {
    const conclusionsOf = async (repo: string) => {
      const ref = 'main';
      const { data } = await rest.checks.listForRef({ ...at(repo), ref });
      return data.check_runs.map(({ name, conclusion }) => [name, conclusion]);
    };
    for (const { service } of sources) {
      const isBroken = service.name === BROKEN_BUILD;
      expect(await conclusionsOf(service.name)).toEqual([
        ['build', isBroken ? 'failure' : 'success'],
        ['image', isBroken ? 'skipped' : 'success'],
      ]);
    }
  });

  it('are told apart by the rules of their branch, which most have', async () => {
    const rulesOf = async (repo: string) => {
      const branch = 'main';
      const { data } = await rest.repos.getBranchRules({ ...at(repo), branch });
      return data.map(({ type }) => type);
    };
    expect(await rulesOf('quotes')).toContain('required_status_checks');
    expect(await rulesOf('depot-labels')).toEqual([]);
  });
});

describe('what is proposed', () => {
  it('is open in three repositories, with numbers that follow those of their history', async () => {
    expect([...(await numbersOf('quotes'))]).toEqual([
      ['Round prices to whole cents once, at the end', 7],
      ['Charge more for islands without a bridge', 6],
    ]);
    const { data } = await rest.pulls.get({ ...at('quotes'), pull_number: 6 });
    expect(data).toMatchObject({
      user: { login: 'mei-lin' },
      head: { ref: 'islands' },
      created_at: '2026-11-20T17:24:00Z',
    });
    expect((await numbersOf('parcel-tracking')).size).toBe(1);
    expect((await numbersOf('dispatch')).size).toBe(2);
  });

  it('is merged where its build passed, and nowhere else', async () => {
    const merge = async (repo: string, title: string) => {
      const pull_number = (await numbersOf(repo)).get(title)!;
      return refusal(rest.pulls.merge({ ...at(repo), pull_number }));
    };
    const good = 'Plan again when a courier falls ill';
    const bad = 'Ask the second version of the route planner';
    expect(await merge('dispatch', bad)).toMatchObject({
      status: 405,
      message: expect.stringContaining('"build" is failing'),
    });
    expect((await merge('dispatch', good)).status).toBe(200);
    expect([...(await numbersOf('dispatch')).keys()]).toEqual([bad]);
  });
});
