import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { answered } from './__testUtils__/asking';
import { createInStep, setFlag, untilInStep } from './__testUtils__/flagging';
import { allOf } from './__testUtils__/settled';
import { type FlagsPortal, startFlags } from './__testUtils__/startFlags';

const flag = 'new-checkout';

describe('history', () => {
  const scheduler = mockServices.scheduler();
  let portal: FlagsPortal;
  beforeAll(async () => {
    portal = await startFlags({
      config: { keepHistory: 'P30D' },
      features: [
        createServiceFactory({
          service: coreServices.scheduler,
          deps: {},
          factory: () => scheduler,
        }),
      ],
    });
  });
  afterAll(() => portal.stop());
  const changes = () => allOf(portal.dana, 'list-changes', { flag });

  it('is forgotten once it is older than it is kept, but for the last hundred changes of a flag', async () => {
    await createInStep(portal, flag, { clusters: ['production-eu'] });
    for (let nth = 1; nth <= 103; nth++) {
      const defaultVariant = nth % 2 ? 'on' : 'off';
      await setFlag(portal, flag, { defaultVariant });
    }
    portal.clock.leap(31 * 86_400_000);
    await setFlag(portal, flag, { defaultVariant: 'off' });
    await untilInStep(portal, flag);
    expect(await changes()).toHaveLength(105);
    await scheduler.triggerTask('forget-history');
    const kept = await changes();
    expect(kept).toHaveLength(100);
    await answered(portal.dana, 'restore-flag', {
      flag,
      change: kept[99].id,
      reason: 'it was better',
    });
    await untilInStep(portal, flag);
  });
});
