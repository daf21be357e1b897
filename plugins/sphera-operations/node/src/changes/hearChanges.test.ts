import { mockServices } from '@backstage/backend-test-utils';
import { hearChanges } from './hearChanges';
import { CHANGES_TOPIC } from './passOnChanges';

const QUOTES = 'component:default/quotes';
const LEDGER = 'component:default/ledger';

function start(concerns?: (change: { environment?: string }) => boolean) {
  const events = mockServices.events();
  const told: Array<readonly string[] | undefined> = [];
  const due: Array<() => void> = [];
  hearChanges(services => told.push(services), {
    id: 'a-test',
    plugin: 'sphera-kubernetes',
    every: 2_000,
    concerns,
    events,
    clock: {
      now: () => 0,
      random: () => 0,
      after(_, call) {
        due.push(call);
        return () => {};
      },
    },
  });
  return {
    tell: (change: object) =>
      events.publish({
        topic: CHANGES_TOPIC,
        eventPayload: { plugin: 'sphera-kubernetes', ...change },
      }),
    /** What was told once its time had come. */
    heard() {
      for (const call of due.splice(0)) call();
      return told.splice(0);
    },
  };
}

describe('whoever hears of changes', () => {
  it('hears of those that come close together as of one, each service once', async () => {
    const { tell, heard } = start();
    await tell({ service: LEDGER });
    await tell({ service: QUOTES });
    await tell({ service: LEDGER });
    expect(heard()).toEqual([[LEDGER, QUOTES]]);
    await tell({ service: QUOTES });
    expect(heard()).toEqual([[QUOTES]]);
    expect(heard()).toEqual([]);
  });

  it('hears of all where it is not said whose they are', async () => {
    const { tell, heard } = start();
    await tell({ service: QUOTES });
    await tell({ cluster: 'production-eu' });
    expect(heard()).toEqual([undefined]);
  });

  it('hears nothing of other capabilities, or of what does not concern it', async () => {
    const { tell, heard } = start(
      ({ environment }) => environment === 'production',
    );
    await tell({ service: QUOTES, plugin: 'sphera-secrets' });
    await tell({ service: QUOTES, environment: 'staging' });
    expect(heard()).toEqual([]);
    await tell({ service: LEDGER, environment: 'production' });
    expect(heard()).toEqual([[LEDGER]]);
  });
});
