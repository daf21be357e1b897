import { answered, untilHold, untilState } from './__testUtils__/asking';
import { startScene } from './__testUtils__/startScene';
import { untilSettled } from './__testUtils__/untilSettled';

/** More than the points of one minute are enough for: each status takes five. */
const PULL_REQUESTS = 4;
/** Enough for the ruleset, a look and two statuses, which a slow machine, too, does in less than such a minute. */
const LIMIT = { pointsPerMinute: 18, minuteTakes: 4_000 };

it('a freeze of more pull requests than GitHub takes in a minute goes on after it by itself, and says when', async () => {
  const scene = await startScene();
  const { gitHub, portal } = scene;
  for (let n = 0; n < PULL_REQUESTS; n++) {
    await gitHub.open('quotes', `change-${n}`);
  }
  const { dana } = await portal();
  await untilState(dana, 'quotes', 'open');
  await untilSettled(scene);
  gitHub.gitHub.limitPoints(LIMIT);
  const began = Date.now();
  await answered(dana, 'freeze-merges', { reason: 'An incident' });
  const waiting = await untilHold(
    dana,
    'quotes',
    ({ state, problem }) => state === 'changing' && problem !== undefined,
  );
  expect(waiting).toMatchObject({ wanted: 'frozen' });
  expect(waiting.problem?.sentence).toMatch(
    /has had enough calls of the portal for now: it takes more in/,
  );
  expect(Date.parse(waiting.problem!.retryAt!)).toBeGreaterThan(began);

  const frozen = await untilState(dana, 'quotes', 'frozen');
  gitHub.gitHub.limitPoints();
  expect(frozen).toMatchObject({
    pullRequests: { open: PULL_REQUESTS, held: PULL_REQUESTS, exempt: 0 },
  });
  expect(frozen).not.toHaveProperty('problem');
  for (const { number } of frozen.items) {
    expect(await gitHub.statusOf('quotes', number)).toMatchObject({
      state: 'failure',
    });
  }
});
