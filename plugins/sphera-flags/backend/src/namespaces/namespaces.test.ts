import { answered, refused } from '../__testUtils__/asking';
import { createBoolean } from '../__testUtils__/flagging';
import { type FlagsPortal, startFlags } from '../__testUtils__/startFlags';

let portal: FlagsPortal;
beforeAll(async () => {
  portal = await startFlags();
});
afterAll(() => portal.stop());

const reason = 'quotes was created';
const create = (flag: string, service: string) =>
  portal.dana.ask('create-flag', {
    flag,
    service,
    type: 'boolean',
    variants: { on: true, off: false },
    defaultVariant: 'off',
    reason: 'a test',
  });

describe('the flag namespace of a service', () => {
  it('is claimed, and claimed again by the same service', async () => {
    for (let times = 0; times < 2; times++) {
      expect(
        await answered(portal.dana, 'claim-flag-namespace', {
          service: 'quotes',
          reason,
        }),
      ).toEqual({ namespace: 'quotes', service: 'component:default/quotes' });
    }
  });

  it.each(['quotes', 'quotes.express'])(
    'keeps other services from creating %s in it, naming whose it is',
    async flag => {
      expect(await refused(create(flag, 'payments'), 409)).toBe(
        `Flags called quotes or quotes.… belong to component:default/quotes: choose another key`,
      );
    },
  );

  it('takes flags of the service itself, and leaves keys alone that only look alike', async () => {
    await createBoolean(portal, 'quotes.express');
    const { status } = await create('quotes-of-others', 'payments');
    expect(status).toBe(200);
  });

  it('is anybody’s again once it is released', async () => {
    await answered(portal.dana, 'release-flag-namespace', {
      service: 'quotes',
      reason: 'it was taken back',
    });
    const { status } = await create('quotes.of-others', 'payments');
    expect(status).toBe(200);
  });
});
