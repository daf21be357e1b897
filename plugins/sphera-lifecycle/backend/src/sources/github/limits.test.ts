import type { StartedFacts } from '../../facts/__testUtils__/startFacts';
import {
  check,
  type GitHubOfTest,
  headOf,
  makeRepository,
  ORGANIZATION,
  quotes,
  startGitHubOfTest,
  TOKEN,
} from './__testUtils__/startGitHubOfTest';

jest.setTimeout(120_000);

const MINUTE = 60_000;
const NAMES = Array.from({ length: 8 }, (_, nth) => `service-${nth}`);

describe('GitHub, asked for facts', () => {
  let github: GitHubOfTest;
  let portal: StartedFacts;
  afterEach(() => github.stop());

  /** One repository for all services: what is asked of each is the same. */
  const start = async () => {
    github = await startGitHubOfTest();
    await makeRepository(github);
    await check(github, await headOf(github), { conclusion: 'success' });
    portal = await github.portal({
      services: NAMES.map(name => quotes(name, 'quotes')),
    });
  };
  const build = (name = NAMES[0]) => portal.fact(name, 'main-build-passed')!;
  const later = async (milliseconds: number) => {
    portal.clock.leap(milliseconds);
    await portal.look();
  };
  /** How many calls something costs. */
  const costOf = async (deed: () => Promise<unknown>) => {
    const before = await github.used();
    await deed();
    return (await github.used()) - before;
  };

  it('counts nothing where nothing is new', async () => {
    await start();
    await portal.look();
    expect(await costOf(() => later(5 * MINUTE))).toBe(0);
    expect(build()).toMatchObject({
      state: 'holds',
      seenAt: new Date(portal.clock.now()).toISOString(),
    });
  });

  it('is left alone until it takes calls again, and what was seen stays, marked', async () => {
    await start();
    await portal.look();
    const { seenAt } = build();
    github.gitHub.fault('limited');
    await later(5 * MINUTE);
    for (const name of NAMES) {
      expect(build(name)).toMatchObject({
        state: 'holds',
        seenAt,
        stale: {
          sentence: expect.stringMatching(
            /has had enough calls of the portal for now: it is asked again after \d\d:\d\d UTC$/,
          ),
        },
      });
    }
    // It would answer, but it said when to come back.
    github.gitHub.fault('none');
    await later(10 * MINUTE);
    expect(build().stale).toBeDefined();
    await later(11 * MINUTE);
    expect(build()).not.toHaveProperty('stale');
    expect(build().state).toBe('holds');
  });

  it.each([
    ['limited', 1, 'it is asked again after'],
    ['limited-briefly', 1, 'it is asked again after'],
    ['unauthorized', 1, 'does not accept the credentials of the portal'],
    // Until three services in a row have failed, twice each; a few more are asked meanwhile.
    ['down', 12, 'cannot be reached'],
    ['broken', 12, 'has trouble of its own (502)'],
  ] as const)(
    'is not asked for every service where something is wrong: %s',
    async (fault, times, words) => {
      await start();
      await portal.look();
      // Whoever asks more often is answered.
      github.gitHub.fault(fault, { times });
      await later(5 * MINUTE);
      for (const name of NAMES) {
        expect(build(name)).toMatchObject({
          state: 'holds',
          stale: { sentence: expect.stringContaining(words) },
        });
        expect(JSON.stringify(build(name))).not.toContain(TOKEN);
      }
      github.gitHub.fault('none');
      await later(25 * MINUTE);
      expect(build()).not.toHaveProperty('stale');
    },
  );

  it('may fail for one repository, and answers for all others', async () => {
    await start();
    await makeRepository(github, 'parcels');
    const both = [quotes(), quotes('parcels')];
    portal = await github.portal({ services: both });
    const call = `GET /repos/${ORGANIZATION}/parcels`;
    github.gitHub.fault('forbidden', { calls: [call] });
    await portal.look();
    expect(portal.fact('parcels', 'repository-exists')).toMatchObject({
      state: 'unknown',
      stale: { sentence: expect.stringContaining('The portal may not') },
    });
    expect(build('quotes')).toMatchObject({ state: 'holds' });
  });
});
