import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { fingerprintOf } from '@sphera/plugin-flags-node';
import type { KeptCell, KeptFlag } from '../../storage/Kept';
import { readyToRemove } from './readyToRemove';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-24T12:00:00Z');
const on: FlagDefinition = {
  state: 'ENABLED',
  variants: { on: true, off: false },
  defaultVariant: 'on',
};
const off = { ...on, defaultVariant: 'off' };
const disabled: FlagDefinition = { ...on, state: 'DISABLED' };
const rules: FlagDefinition = {
  ...off,
  targeting: { if: [{ '==': [{ var: 'country' }, 'DE'] }, 'on', 'off'] },
};
const theme = (defaultVariant: string): FlagDefinition => ({
  state: 'ENABLED',
  variants: { blue: 'b', red: 'r' },
  defaultVariant,
});

function told(
  definitions: Array<FlagDefinition | null>,
  {
    daysAgo = 31,
    revision = 2,
    ...flag
  }: Partial<KeptFlag> & { daysAgo?: number; revision?: number } = {},
): string | undefined {
  const at = NOW - daysAgo * DAY;
  const kept: KeptFlag = {
    flag: 'new-checkout',
    service: 'component:default/payments',
    type: 'boolean',
    createdAt: at,
    createdBy: 'user:default/dana',
    changedAt: at,
    changedBy: 'user:default/dana',
    ...flag,
  };
  const cells = definitions.map<KeptCell>((definition, nth) => ({
    flag: kept.flag,
    cluster: `cluster-${nth}`,
    wanted: {
      revision,
      definition,
      fingerprint: fingerprintOf(definition),
      change: 'a-change',
      // The later, the further in the list.
      at: at + nth,
    },
    resends: 0,
    resendAt: 0,
    updatedAt: at,
  }));
  const sight = { flag: kept.flag, kept, cells: [undefined, ...cells] };
  return readyToRemove(sight, { now: NOW, readyAfterMs: 30 * DAY });
}

describe('a flag is ready to remove', () => {
  it.each<[string, ReturnType<typeof told>]>([
    ['On everywhere since 24 October', told([on, { ...on }])],
    ['blue for everybody everywhere since 24 October', told([theme('blue')])],
    ['Never changed since 24 October', told([rules, off], { revision: 1 })],
    ['On everywhere since 20 October 2025', told([on], { daysAgo: 400 })],
    ['On everywhere since 24 October', told([on, null])],
    [
      'Was to be gone by 23 November',
      told([off], { daysAgo: 1, endsOn: '2026-11-23' }),
    ],
    [
      'Was to be gone by 23 November',
      told([off], { endsOn: '2026-11-23', purpose: 'operations' }),
    ],
  ])('%s', (sentence, found) => {
    expect(found).toBe(sentence);
  });
});

describe('a flag is not ready to remove', () => {
  it.each([
    ['it was changed not long ago', told([on], { daysAgo: 29 })],
    ['it is off', told([off, off])],
    ['it is off somewhere', told([on, off])],
    ['it depends on who asks', told([rules, rules])],
    ['it is disabled', told([disabled])],
    [
      'everybody gets one thing here, another there',
      told([theme('blue'), theme('red')]),
    ],
    ['nobody has it', told([null, null])],
    ['it is a switch for operations', told([on], { purpose: 'operations' })],
    ['it is a permission', told([on], { purpose: 'permission' })],
    ['its last day is today', told([off], { endsOn: '2026-11-24' })],
    ['it is retired', told([on], { retiredAt: NOW - DAY })],
  ])('since %s', (_why, found) => {
    expect(found).toBeUndefined();
  });
});
