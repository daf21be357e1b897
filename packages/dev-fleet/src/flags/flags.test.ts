import {
  HttpLog,
  partitionOf,
  type Report,
  reportSchema,
  TOPICS,
  wishRecord,
} from '@sphera/plugin-flags-node';
import { systemClock } from '@sphera/plugin-operations-common';
import { startNeighbours } from '../neighbours/startNeighbours';
import type { FlagFaultWish } from './faults';
import { FlagClusters } from './FlagClusters';

const CLUSTER = 'production-us';
const on = {
  state: 'ENABLED' as const,
  variants: { on: true, off: false },
  defaultVariant: 'on',
};

describe('the flags of the demo company', () => {
  let flags: FlagClusters;
  let neighbours: Awaited<ReturnType<typeof startNeighbours>>;
  let log: HttpLog;
  let revision = 0;

  beforeAll(async () => {
    flags = await FlagClusters.start([CLUSTER, 'staging-eu'], {
      clock: systemClock,
      heartbeatEvery: 200,
    });
    neighbours = await startNeighbours([flags]);
    log = new HttpLog({ url: `${neighbours.url}/flags/log` });
  });
  afterAll(async () => {
    await flags.stop();
    await neighbours.stop();
  });

  async function wish(definition: typeof on | null = on) {
    revision += 1;
    await log.append(TOPICS.commands, [
      wishRecord({
        version: 1,
        kind: 'wish',
        cluster: CLUSTER,
        flag: 'live-map',
        revision,
        change: 'a-change',
        wishedAt: '2026-11-24T12:00:00.000Z',
        definition,
        metadata: { service: 'component:default/tracking-web' },
      }),
    ]);
    return revision;
  }
  /** What the cluster says from now on, until one thing that it says is looked for. */
  async function listen() {
    const partition = partitionOf(
      CLUSTER,
      await log.partitions(TOPICS.reports),
    );
    let { end } = await log.read(TOPICS.reports, partition, 0n, 0);
    return async (isIt: (report: Report) => boolean) => {
      for (let tries = 0; tries < 100; tries++) {
        const read = await log.read(TOPICS.reports, partition, end, 200);
        for (const { offset, value } of read.records) {
          end = offset + 1n;
          const report = reportSchema.parse(JSON.parse(value!));
          if (report.cluster === CLUSTER && isIt(report)) return report;
        }
      }
      throw new Error('It was never said');
    };
  }
  const meet = (fault: FlagFaultWish['fault']) =>
    expect(
      flags.switchFault({ neighbour: 'flags', cluster: CLUSTER, fault }),
    ).toBeUndefined();
  const pageOf = async (cluster: string) => {
    const response = await fetch(`${neighbours.url}/flags/clusters/${cluster}`);
    return { status: response.status, text: await response.text() };
  };

  it('are applied by the real agent, and can be read as flagd reads them', async () => {
    const heard = await listen();
    const number = await wish();
    await heard(
      one => one.kind === 'acknowledgement' && one.revision === number,
    );
    expect((await pageOf(CLUSTER)).text).toContain('live-map');
    expect((await pageOf('staging-eu')).text).not.toContain('live-map');
    expect((await pageOf('mars')).status).toBe(404);
  });

  it('are reported when somebody edits the file by hand', async () => {
    const heard = await listen();
    meet('edited');
    const report = await heard(
      one =>
        one.kind === 'snapshot' &&
        one.flags.some(({ definition }) => definition?.state === 'DISABLED'),
    );
    expect(report).toMatchObject({ flags: [{ flag: 'live-map' }] });
  });

  it('are refused with a reason while the cluster refuses', async () => {
    const heard = await listen();
    meet('refuses');
    expect(flags.faults()).toEqual({
      'flags/production-us': 'refuses',
      'flags/staging-eu': 'none',
    });
    const number = await wish(null);
    expect(
      await heard(one => one.kind === 'refusal' && one.revision === number),
    ).toMatchObject({ reason: expect.stringContaining('froze') });
    meet('none');
  });

  it('are caught up with by a cluster that was silent', async () => {
    meet('silent');
    const number = await wish();
    const heard = await listen();
    meet('none');
    await heard(
      one => one.kind === 'acknowledgement' && one.revision === number,
    );
  });

  it('says what is wrong with a wrong switch', () => {
    const switched = (wrong: object) =>
      flags.switchFault({ neighbour: 'flags', ...wrong });
    expect(switched({ cluster: CLUSTER, fault: 'burning' })).toContain(
      '"fault" must be one of none, silent',
    );
    expect(switched({ cluster: 'mars', fault: 'silent' })).toBe(
      '"cluster" must be one of production-us, staging-eu.',
    );
  });
});
