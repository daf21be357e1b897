import { flagsOperations } from '@sphera/plugin-flags-common';
import { refused } from './__testUtils__/asking';
import { type FlagsPortal, startFlags } from './__testUtils__/startFlags';

const DOORS = flagsOperations.filter(({ internal }) => !internal);

describe('a portal that was told of no Kafka', () => {
  let portal: FlagsPortal;
  beforeAll(async () => {
    portal = await startFlags({ openBus: null, answering: [] });
  });
  afterAll(() => portal.stop());

  it.each([
    ['list-flags', {}],
    ['get-flag', { flag: 'new-checkout' }],
    ['kill-flag', { flag: 'new-checkout', reason: 'it is broken' }],
    ['get-messaging', {}],
  ])('says how to begin: %s', async (operation, input) => {
    const call = portal.dana.ask(operation, input);
    expect(await refused(call, 503)).toMatch(
      /^Flags travel over Kafka, and the portal was not told of any: set sphera\.flags\.transport\.kafka\.brokers/,
    );
  });

  it('has every door nevertheless', async () => {
    for (const { name } of DOORS) {
      const { status } = await portal.dana.ask(name);
      expect([400, 503]).toContain(status);
    }
  });

  it('says nothing to who has not signed in', async () => {
    const sentence = await refused(portal.nobody.ask('list-flags'), 401);
    expect(sentence).not.toContain('Kafka');
  });
});
