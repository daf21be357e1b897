import { makeApp } from '@sphera/dev-fleet';
import {
  check,
  commit,
  type GitHubOfTest,
  headOf,
  makeRepository,
  ORGANIZATION,
  quotes,
  startGitHubOfTest,
} from './__testUtils__/startGitHubOfTest';
import type { StartedFacts } from '../../facts/__testUtils__/startFacts';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const QUOTES = 'component:default/quotes';
const READS = {
  metadata: 'read',
  contents: 'read',
  checks: 'read',
  statuses: 'read',
} as const;
/** As docs/lifecycle-facts.md has it, but for what a test is about. */
const sphera = makeApp({
  id: 71,
  slug: 'sphera',
  installations: [{ id: 7_001, account: ORGANIZATION }],
  permissions: READS,
});

describe('facts that a GitHub app reads', () => {
  let github: GitHubOfTest;
  let portal: StartedFacts;
  afterEach(async () => {
    jest.restoreAllMocks();
    await github.stop();
  });

  const start = async (wish: Partial<typeof sphera.wish> = {}) => {
    github = await startGitHubOfTest({
      apps: [{ ...sphera.wish, ...wish }],
      // The machine's, as a test may set it.
      clock: { now: () => Date.now() },
    });
    await makeRepository(github);
    await check(github, await headOf(github), { conclusion: 'success' });
    await makeRepository(github, 'parcels');
    portal = await github.portal({
      apps: [sphera.config],
      services: [quotes(), quotes('parcels')],
    });
    await portal.look();
  };
  const fact = (id: string, service = 'quotes') => portal.fact(service, id)!;
  const why = (service = 'quotes') =>
    fact('repository-exists', service).stale?.sentence;

  it('are there with permissions to read alone', async () => {
    await start();
    expect(fact('repository-exists')).toMatchObject({ state: 'holds' });
    expect(fact('default-branch-protected')).toMatchObject({ state: 'fails' });
    expect(fact('main-build-passed')).toMatchObject({
      state: 'holds',
      sentence: expect.stringMatching(/^The build of main .* passed: build$/),
    });
  });

  it('go on when the token of the app has expired', async () => {
    await start();
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + HOUR);
    const next = await commit(github, { path: 'next' });
    await check(github, next, { conclusion: 'failure' });
    await portal.facts.refresh(QUOTES);
    expect(fact('main-build-passed')).toMatchObject({
      state: 'fails',
      sentence: expect.stringMatching(/ failed: build$/),
    });
    expect(why()).toBeUndefined();
  });

  it('say where it is not installed', async () => {
    await start({ installations: [] });
    const { host } = github;
    expect(fact('repository-exists')).toMatchObject({ state: 'unknown' });
    expect(why()).toBe(
      `The portal has no credentials for ${ORGANIZATION}/quotes at ${host}: look at the app of this host in integrations.github of the configuration, and whether it is installed there`,
    );
  });

  it('say which repository it was not given, and know the others', async () => {
    const [{ id, account }] = sphera.wish.installations;
    await start({ installations: [{ id, account, repositories: ['quotes'] }] });
    expect(fact('repository-exists')).toMatchObject({ state: 'holds' });
    expect(why('parcels')).toContain(
      `no credentials for ${ORGANIZATION}/parcels`,
    );
  });

  it('say what it may not do', async () => {
    const { checks: _, ...others } = READS;
    await start({ permissions: others });
    expect(why()).toBe(
      `The portal may not read checks in ${ORGANIZATION}/quotes at ${github.host}: allow it to its token or app`,
    );
  });

  it('say that GitHub does not know its key', async () => {
    const { publicKey } = makeApp(sphera.wish).wish;
    await start({ publicKey });
    expect(why()).toBe(
      `GitHub at ${github.host} does not accept the credentials of the portal: renew the token or app of this host in integrations.github of the configuration`,
    );
    const told = JSON.stringify(fact('repository-exists'));
    expect(told).not.toContain(sphera.config.privateKey.slice(40, 80));
  });
});
