/**
 * Claim: 10,000 wishes (100 flags changed in 100 clusters each) are delivered and acknowledged at no less than half the rate
 * at which bare kafkajs takes 10,000 messages there and back (produce → consume → produce → consume) on the same broker.
 *
 * Ours are 100 set-flag requests, sixteen at a time, until the last acknowledgement is in the portal's database. The bare ones
 * are 100 sends of 100 messages, one after the other, each batch sent back by its consumer as one.
 */
import { report } from './measuring/report';
import { startFlagsOnKafka } from './measuring/startFlagsOnKafka';

const BAR = 2;
const FLAGS = 100;
const AT_ONCE = 16;
/** Both sides run by then as programs do that have been running for a while. */
const WARM_UP = 3;
const ROUNDS = 5;
const VALUE = JSON.stringify({ filler: 'x'.repeat(360) });

const median = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

report(async () => {
  const { ask, acknowledged, bare, clusters, stop } = await startFlagsOnKafka();
  const wishes = FLAGS * clusters;
  const forAll = (act: (flag: string) => Promise<unknown>) => async () => {
    let next = 0;
    const worker = async () => {
      while (next < FLAGS) await act(`flag-${next++}`);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  };
  const reason = 'to measure many changes';
  await acknowledged(
    wishes,
    forAll(flag =>
      ask('create-flag', {
        flag,
        service: 'service-1',
        type: 'boolean',
        variants: { on: true, off: false },
        defaultVariant: 'off',
        reason,
      }),
    ),
  );
  await bare.roundTrips(FLAGS, VALUE);
  const own: number[] = [];
  const peer: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const defaultVariant = round % 2 === 0 ? 'off' : 'on';
    const bareMs = await bare.roundTrips(FLAGS, VALUE);
    const ownMs = await acknowledged(
      wishes,
      forAll(flag => ask('set-flag', { flag, defaultVariant, reason })),
    );
    if (round < 0) continue;
    peer.push(bareMs);
    own.push(ownMs);
  }
  await stop();
  const ratio = median(own) / median(peer);
  return {
    bench: 'flags-throughput',
    perSecond: Math.round((wishes / median(own)) * 1_000),
    barePerSecond: Math.round((wishes / median(peer)) * 1_000),
    ratio,
    bar: BAR,
    holds: ratio <= BAR,
  };
});
