import { planned } from './__testUtils__/asking';
import { serviceOf } from './__testUtils__/people';
import { type Portal, startRollback } from './__testUtils__/startRollback';

describe('a migration on the way back', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await startRollback({
      services: [
        serviceOf('quotes', {
          annotations: {
            'sphera.io/irreversible-versions': '3.0.0, 4.11.7',
            'sphera.io/slack-channel': 'booking',
          },
        }),
      ],
    });
  });
  afterAll(() => portal.stop());

  it('is told where the catalog declares it', async () => {
    const { migrations, channel } = await planned(portal, 'quotes', '4.10.3');
    expect(migrations).toEqual([
      {
        version: '4.11.7',
        what: 'changed its database for good, as the catalog says',
      },
    ]);
    expect(channel).toBe('booking');
  });

  it('is none where the way does not lead past it', async () => {
    const { migrations } = await planned(portal, 'quotes', '4.11.7');
    expect(migrations).toEqual([]);
  });
});
