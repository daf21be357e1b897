import { answered } from '../__testUtils__/asking';
import { createBoolean, setFlag } from '../__testUtils__/flagging';
import { type FlagsPortal, startFlags } from '../__testUtils__/startFlags';
import { wantedOf } from './__testUtils__/looking';

const ALL_OFF = {
  'staging-eu': 'off',
  'production-eu': 'off',
  'production-us': 'off',
  'production-ap': 'off',
};

describe('guardrails', () => {
  let strict: FlagsPortal;
  beforeAll(async () => {
    strict = await startFlags({
      config: {
        guardrails: [
          { environment: 'production', atMostClusters: 2 },
          { atMostClusters: 3 },
        ],
      },
    });
    await createBoolean(strict, 'strict');
  });
  afterAll(() => strict.stop());

  it('hold a change outside of a roll-out to so many clusters at once', async () => {
    const { body, status } = await strict.dana.ask('set-flag', {
      flag: 'strict',
      defaultVariant: 'on',
      environments: ['production'],
      reason: 'a test',
    });
    expect(status).toBe(422);
    expect(body.error.message).toBe(
      'A flag may be changed in at most 2 clusters of Production at once, and this would be 3: roll it out ring by ring, or name fewer clusters',
    );
    expect(body.error.details).toMatchObject({
      environment: 'production',
      allowed: { atMostClusters: 2 },
      asked: 3,
    });
    expect(await wantedOf(strict, 'strict')).toEqual(ALL_OFF);
  });

  it('let pass what they allow, and what is said about the flag', async () => {
    const clusters = ['staging-eu', 'production-eu', 'production-us'];
    await setFlag(strict, 'strict', { defaultVariant: 'on', clusters });
    await setFlag(strict, 'strict', { about: { description: 'x' } });
    // Where it is so already, nothing counts: one cluster is left.
    const { changes } = await setFlag(strict, 'strict');
    expect(changes[0].clusters).toHaveLength(1);
  });

  it('never hold back the switch that turns a flag off', async () => {
    await createBoolean(strict, 'to-kill', { defaultVariant: 'on' });
    const kill = { flag: 'to-kill', reason: 'it hurts' };
    const { changes } = await answered(strict.dana, 'kill-flag', kill);
    expect(changes[0].clusters).toHaveLength(4);
  });
});
