import type { Cell, FlagDefinition } from '@sphera/plugin-flags-common';
import { fingerprintOf } from '@sphera/plugin-flags-node';
import type { KeptCell } from '../../storage/Kept';
import type { CellSurroundings } from './sentences';
import { silenceAt } from './Silence';
import { toCell } from './toCell';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const MINUTE = 60_000;
const CLUSTER = {
  name: 'production-eu',
  environment: 'production',
  region: 'eu-central-1',
};
const boolean = (defaultVariant: 'on' | 'off'): FlagDefinition => ({
  state: 'ENABLED',
  variants: { on: true, off: false },
  defaultVariant,
});
const ON = boolean('on');
const OFF = boolean('off');
const QUARTER: FlagDefinition = {
  ...OFF,
  targeting: {
    fractional: [
      ['on', 25],
      ['off', 75],
    ],
  },
};

type Wanted = NonNullable<KeptCell['wanted']>;
type Reported = NonNullable<KeptCell['reported']>;

const wanted = (
  definition: FlagDefinition | null,
  more: Partial<Wanted> = {},
): Wanted => ({
  revision: 7,
  definition,
  fingerprint: fingerprintOf(definition),
  change: 'a-change',
  at: NOW - 10 * MINUTE,
  ...more,
});
/** It waits, and those before it are sent. */
const QUEUED = { at: NOW - 8 * MINUTE };
const reported = (
  definition: FlagDefinition | null,
  more: Partial<Reported> = {},
): Reported => ({
  revision: 7,
  fingerprint: fingerprintOf(definition),
  ...(definition && { definition }),
  at: NOW - 5 * MINUTE,
  ...more,
});
const ACKNOWLEDGED: KeptCell['answer'] = {
  outcome: 'acknowledged',
  at: NOW - 9 * MINUTE,
};
const REFUSED: KeptCell['answer'] = {
  outcome: 'refused',
  reason: 'Nobody knows the variant blue',
  at: NOW - 3 * MINUTE,
};

function seen(
  cell: Partial<KeptCell>,
  {
    heardAt = NOW - 1_000,
    bus = 'connected',
  }: { heardAt?: number | null; bus?: CellSurroundings['bus'] } = {},
): Cell {
  const agents = new Map(heardAt === null ? [] : [[CLUSTER.name, { heardAt }]]);
  const kept: KeptCell = {
    flag: 'new-checkout',
    cluster: CLUSTER.name,
    resends: 0,
    resendAt: 0,
    updatedAt: NOW,
    ...cell,
  };
  const silence = silenceAt(NOW, agents, 2 * MINUTE);
  const around = { now: NOW, silence, bus, queuedSince: QUEUED.at };
  return toCell(kept, CLUSTER, around);
}

const words = ({ state, sentence }: Cell) =>
  sentence === undefined ? state : `${state}: ${sentence}`;

describe('a cell', () => {
  it('is in step where the cluster has what is wanted', () => {
    const cell = { wanted: wanted(ON), answer: ACKNOWLEDGED };
    expect(seen({ ...cell, reported: reported(ON) })).toEqual({
      cluster: 'production-eu',
      environment: 'production',
      region: 'eu-central-1',
      state: 'in-step',
      sentence: undefined,
      since: '2026-11-24T11:51:00.000Z',
      wanted: {
        revision: 7,
        definition: ON,
        value: { text: 'on', isOn: true },
        at: '2026-11-24T11:50:00.000Z',
        change: 'a-change',
      },
      reported: {
        revision: 7,
        definition: ON,
        value: { text: 'on', isOn: true },
        at: '2026-11-24T11:55:00.000Z',
      },
    });
  });

  it('is in step, too, where only a snapshot says so', () => {
    expect(seen({ wanted: wanted(ON), reported: reported(ON) }).state).toBe(
      'in-step',
    );
  });

  it.each<[string, Partial<KeptCell>, Parameters<typeof seen>[1]?]>([
    [
      'queued: Waits to be sent',
      {
        wanted: wanted(ON, QUEUED),
        reported: reported(OFF, { revision: 6 }),
      },
    ],
    [
      'queued: Waits for Kafka, which cannot be reached',
      { wanted: wanted(ON, QUEUED) },
      { bus: 'away' },
    ],
    [
      'queued: Waits for Kafka, which is not set up as it has to be',
      { wanted: wanted(ON, QUEUED) },
      { bus: 'wrong' },
    ],
    [
      'on-its-way: Wanted for 10 minutes, not acknowledged yet',
      { wanted: wanted(ON), reported: reported(OFF, { revision: 6 }) },
    ],
    [
      'on-its-way: Wanted for 10 minutes, not acknowledged yet',
      { wanted: wanted(null), reported: reported(ON, { revision: 6 }) },
    ],
    [
      'refused: Refused 3 minutes ago: Nobody knows the variant blue',
      {
        wanted: wanted(ON),
        answer: REFUSED,
        reported: reported(OFF, { revision: 6 }),
      },
    ],
    [
      'silent: Not heard for 3 minutes',
      { wanted: wanted(ON), answer: ACKNOWLEDGED, reported: reported(ON) },
      { heardAt: NOW - 3 * MINUTE },
    ],
    ['silent: Never heard', { wanted: wanted(ON, QUEUED) }, { heardAt: null }],
    [
      'changed: Edited by hand: it has 25 % on, off is wanted',
      {
        wanted: wanted(OFF),
        answer: ACKNOWLEDGED,
        reported: reported(QUARTER),
      },
    ],
    [
      'changed: Edited by hand: it has something else than the wanted on',
      {
        wanted: wanted(ON),
        answer: ACKNOWLEDGED,
        reported: reported({ ...ON, variants: { on: true } }),
      },
    ],
    [
      'changed: Written by somebody else: it has off, on is wanted',
      {
        wanted: wanted(ON),
        answer: ACKNOWLEDGED,
        reported: reported(OFF, { revision: null }),
      },
    ],
    [
      'changed: It is gone there, on is wanted',
      {
        wanted: wanted(ON),
        answer: ACKNOWLEDGED,
        reported: reported(null, { revision: null }),
      },
    ],
    [
      'changed: It has revision 4, older than the wanted 7: restored from a backup?',
      {
        wanted: wanted(ON),
        answer: ACKNOWLEDGED,
        reported: reported(OFF, { revision: 4 }),
      },
    ],
    [
      'changed: It has revision 9, newer than the wanted 7: was the portal restored from a backup?',
      { wanted: wanted(ON), reported: reported(OFF, { revision: 9 }) },
    ],
    [
      'changed: Edited by hand: it has on, nobody wants it here',
      { wanted: wanted(null), answer: ACKNOWLEDGED, reported: reported(ON) },
    ],
    [
      'changed: Left over: nobody wants this flag here',
      { reported: reported(ON, { revision: null }) },
    ],
    ['absent', { reported: reported(null, { revision: null }) }],
    [
      'absent',
      { wanted: wanted(null), answer: ACKNOWLEDGED, reported: reported(null) },
      { heardAt: null },
    ],
  ])('%s', (...[sentence, cell, around]) => {
    // Named one by one, the third would be jest's own callback where a row has two.
    expect(words(seen(cell, around))).toBe(sentence);
  });

  it('stands as what needs somebody most, where several are true', () => {
    const silent = { heardAt: null };
    const edited = { wanted: wanted(ON), reported: reported(OFF) };
    const both = { ...edited, answer: REFUSED };
    expect(seen(both, silent).state).toBe('refused');
    expect(seen(edited, silent).state).toBe('changed');
    const queued = { wanted: wanted(ON, QUEUED) };
    expect(seen(queued, silent).state).toBe('silent');
  });

  it('tells what is reported by its revision where no more is known', () => {
    const older = reported(OFF, { revision: 6, definition: undefined });
    expect(seen({ wanted: wanted(ON), reported: older }).reported).toEqual({
      revision: 6,
      definition: undefined,
      value: { text: 'revision 6' },
      at: '2026-11-24T11:55:00.000Z',
    });
  });
});
