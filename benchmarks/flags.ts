/**
 * Claim: from a click until all of 100 agents have acknowledged takes at most twice as long as the bare round trip: kafkajs
 * produce → consume → produce → consume on the same broker, in turns; at the median, and three times at the 99th percentile.
 *
 * Ours begins with the HTTP request (set-flag, through the whole kernel, audit log included) and ends when the last of 100
 * acknowledgements is in the portal's database; each agent has by then written, and synced, the file that flagd reads.
 * The bare one sends one message to each of 100 partitions, a consumer each sends it back, and ends with the last. Agents
 * and bare consumers are in another process than the portal; the broker is one node, a third process.
 */
import { report } from './measuring/report';
import { startFlagsOnKafka } from './measuring/startFlagsOnKafka';

const MEDIAN_BAR = 2;
const P99_BAR = 3;
const WARM_UP = 20;
const ROUNDS = 200;
const FLAG = 'measured';
/** About as long as a wish. */
const VALUE = JSON.stringify({ filler: 'x'.repeat(360) });

const at = (values: number[], share: number) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length * share)];

report(async () => {
  const { ask, acknowledged, bare, clusters, stop } = await startFlagsOnKafka();
  await acknowledged(clusters, () =>
    ask('create-flag', {
      flag: FLAG,
      service: 'service-1',
      type: 'boolean',
      variants: { on: true, off: false },
      defaultVariant: 'off',
      reason: 'to measure a click',
    }),
  );
  let isOn = false;
  const click = () => {
    isOn = !isOn;
    const defaultVariant = isOn ? 'on' : 'off';
    return acknowledged(clusters, () =>
      ask('set-flag', { flag: FLAG, defaultVariant, reason: 'a click' }),
    );
  };
  const own: number[] = [];
  const peer: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const bareMs = await bare.roundTrips(1, VALUE);
    const clickMs = await click();
    if (round < 0) continue;
    peer.push(bareMs);
    own.push(clickMs);
  }
  await stop();
  const ratio = at(own, 0.5) / at(peer, 0.5);
  const p99Ratio = at(own, 0.99) / at(peer, 0.99);
  return {
    bench: 'flags',
    medianMs: Number(at(own, 0.5).toFixed(1)),
    bareMedianMs: Number(at(peer, 0.5).toFixed(1)),
    p99Ms: Number(at(own, 0.99).toFixed(1)),
    bareP99Ms: Number(at(peer, 0.99).toFixed(1)),
    p99Ratio: Number(p99Ratio.toFixed(3)),
    p99Bar: P99_BAR,
    ratio,
    bar: MEDIAN_BAR,
    holds: ratio <= MEDIAN_BAR && p99Ratio <= P99_BAR,
  };
});
