import { auditorOfTest } from './__testUtils__/auditorOfTest';
import { answered, untilHold, untilState } from './__testUtils__/asking';
import { ORGANIZATION } from './__testUtils__/startGitHub';
import { startScene } from './__testUtils__/startScene';

const SWITCH = 'note-merge-switch';

describe('a switch of merges', () => {
  it('is on the record once, in the name of who froze, and so is the switch back', async () => {
    const auditor = auditorOfTest();
    const { gitHub, portal } = await startScene(['quotes'], {
      features: [auditor.feature],
    });
    await gitHub.open('quotes');
    const { dana } = await portal();
    await untilState(dana, 'quotes', 'open');
    expect(auditor.succeeded(SWITCH)).toEqual([]);
    await answered(dana, 'freeze-merges', { reason: 'An incident' });
    await untilState(dana, 'quotes', 'frozen');
    await answered(dana, 'reconcile-merges', { service: 'quotes' });
    await answered(dana, 'unfreeze-merges', { reason: 'It is over' });
    await untilState(dana, 'quotes', 'open');
    expect(auditor.succeeded(SWITCH)).toMatchObject([
      {
        actor: 'user:default/dana',
        service: 'component:default/quotes',
        input: {
          repository: `${ORGANIZATION}/quotes`,
          branch: 'main',
          to: 'frozen',
          reason: 'An incident',
        },
      },
      { input: { to: 'open', reason: 'No freeze covers it any more' } },
    ]);
  });

  it.each(['check', 'ruleset'])(
    'by %s waits for the record: GitHub stays as it is until the record can be written',
    async strategy => {
      const auditor = auditorOfTest();
      const { gitHub, portal } = await startScene(['quotes'], {
        features: [auditor.feature],
      });
      const first = await gitHub.open('quotes');
      const second = await gitHub.open('quotes', 'second');
      const { dana } = await portal({ merges: { strategy } });
      await untilState(dana, 'quotes', 'open');

      auditor.refuse(SWITCH);
      await answered(dana, 'freeze-merges', { reason: 'An incident' });
      const { problem } = await untilHold(
        dana,
        'quotes',
        seen => seen.problem?.retryAt !== undefined,
      );
      expect(problem?.sentence).toContain('the audit log cannot be written');
      expect((await gitHub.merge('quotes', first)).status).toBe(200);

      auditor.refuse(undefined);
      await untilState(dana, 'quotes', 'frozen');
      expect((await gitHub.merge('quotes', second)).status).toBe(405);
      expect(auditor.succeeded(SWITCH)).toMatchObject([
        { input: { to: 'frozen' } },
      ]);
    },
  );

  it('is not on the record again where the way to do it changes only while nothing is frozen', async () => {
    const auditor = auditorOfTest();
    const { portal, stopPortal } = await startScene(['quotes'], {
      features: [auditor.feature],
    });
    const first = await portal();
    await untilState(first.dana, 'quotes', 'open');
    await stopPortal();
    const { dana } = await portal({ merges: { strategy: 'ruleset' } });
    await untilHold(
      dana,
      'quotes',
      seen => seen.state === 'open' && seen.strategy === 'ruleset',
    );
    expect(auditor.succeeded(SWITCH)).toEqual([]);
  });
});
