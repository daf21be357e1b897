import {
  type AgentBus,
  fingerprintOf,
  type MemoryLog,
  openLogAgentBus,
  readWish,
  type Report,
  reportRecord,
  TOPICS,
  type Wish,
} from '@sphera/plugin-flags-node';
import { systemClock } from '@sphera/plugin-operations-node';

/** A fleet of clusters that the portal has no connection to, half of them in staging. */
export function remoteFleet(clusters: number) {
  const regions = ['eu', 'us', 'ap'];
  return {
    environments: [{ name: 'staging' }, { name: 'production' }],
    regions: regions.map(name => ({ name })),
    clusters: Array.from({ length: clusters }, (_, n) => ({
      name: `cluster-${n}`,
      environment: n % 2 ? 'production' : 'staging',
      region: regions[n % regions.length],
      remote: true,
    })),
  };
}

/** Answers for a cluster in place of its agent: with every wish it does as it is told, or what `odd` says. */
export function answerFor(
  cluster: string,
  log: MemoryLog,
  odd: (wish: Wish) => 'refuses' | 'edits' | undefined,
): AgentBus {
  const bus = openLogAgentBus({
    log,
    topics: TOPICS,
    clock: systemClock,
    cluster,
  });
  let sequence = 0;
  const sender = () => ({
    version: 1 as const,
    cluster,
    instance: `instance-of-${cluster}`,
    sequence: ++sequence,
    at: new Date().toISOString(),
  });
  const answersTo = (wish: Wish): Report[] => {
    const { flag, revision, definition } = wish;
    const how = odd(wish);
    if (how === 'refuses') {
      const reason = 'It has no room for another flag';
      return [{ ...sender(), kind: 'refusal', flag, revision, reason }];
    }
    const fingerprint = fingerprintOf(definition);
    const acknowledged: Report = {
      ...sender(),
      kind: 'acknowledgement',
      flag,
      revision,
      outcome: 'applied',
      holds: revision,
      fingerprint,
    };
    if (how !== 'edits' || !definition) return [acknowledged];
    const edited = { ...definition, state: 'DISABLED' as const };
    return [
      acknowledged,
      {
        ...sender(),
        kind: 'snapshot',
        // Of this flag alone: after every key that begins like a smaller one.
        after: `${flag.slice(0, -1)}${String.fromCharCode(
          flag.charCodeAt(flag.length - 1) - 1,
        )}\uffff`,
        upTo: flag,
        flags: [
          {
            flag,
            revision,
            fingerprint: fingerprintOf(edited)!,
            definition: edited,
          },
        ],
      },
    ];
  };
  bus.readCommands({
    async onBatch(records) {
      const reports = records.flatMap(record => {
        const read = readWish(record);
        return 'wish' in read && read.wish.cluster === cluster
          ? answersTo(read.wish)
          : [];
      });
      if (reports.length > 0) await bus.sendReports(reports.map(reportRecord));
    },
  });
  void bus.sendReports([
    reportRecord({
      ...sender(),
      kind: 'heartbeat',
      startedAt: new Date().toISOString(),
      agent: '1.0.0',
      flags: 0,
    }),
  ]);
  return bus;
}
