import type { ReceivedRecord } from '../../bus/Bus';
import type { Report } from '../Report';
import type { Wish } from '../Wish';

/** A record as it comes out at the other end. */
export const received = (record: Partial<ReceivedRecord>): ReceivedRecord => ({
  topic: 'a-topic',
  partition: 3,
  offset: 17n,
  key: null,
  value: null,
  ...record,
  headers: record.headers ?? {},
});

export const wish: Wish = {
  version: 1,
  kind: 'wish',
  cluster: 'production-eu',
  flag: 'new-checkout',
  revision: 7,
  change: '0f2d0a6e-6f0d-4b56-9d3e-0a4f0f2b7a11',
  wishedAt: '2026-11-24T18:00:00.000Z',
  definition: {
    state: 'ENABLED',
    variants: { on: true, off: false },
    defaultVariant: 'off',
    targeting: { if: [{ '==': [{ var: 'country' }, 'DE'] }, 'on'] },
  },
  metadata: {
    service: 'component:default/payments',
    owner: 'group:default/payments',
  },
};

const sender = {
  version: 1 as const,
  cluster: 'production-eu',
  instance: '5d9e4f8e-3c55-4e55-8f0a-5f2f6b1e9c77',
  sequence: 12,
  at: '2026-11-24T18:00:01.000+01:00',
};

/** One of each kind. */
export const reports: Record<Report['kind'], Report> = {
  acknowledgement: {
    ...sender,
    kind: 'acknowledgement',
    flag: 'new-checkout',
    revision: 7,
    outcome: 'applied',
    holds: 7,
    fingerprint: 'a'.repeat(64),
  },
  refusal: {
    ...sender,
    kind: 'refusal',
    flag: 'new-checkout',
    revision: 7,
    reason: 'The default variant blue is not there: the variants are on, off',
  },
  snapshot: {
    ...sender,
    kind: 'snapshot',
    after: null,
    upTo: 'new-checkout',
    flags: [
      { flag: 'by hand', revision: null, fingerprint: 'b'.repeat(64) },
      {
        flag: 'new-checkout',
        revision: 7,
        fingerprint: 'c'.repeat(64),
        definition: {
          state: 'DISABLED',
          variants: { on: { layout: ['wide', 3, null] }, off: {} },
          defaultVariant: 'on',
        },
      },
    ],
  },
  heartbeat: {
    ...sender,
    kind: 'heartbeat',
    startedAt: '2026-11-24T17:00:00Z',
    agent: '0.1.0',
    flags: 2,
    problem: 'The disk is full',
  },
  unreadable: {
    ...sender,
    kind: 'unreadable',
    partition: 3,
    offset: '17',
    key: 'production-eu/new-checkout',
    reason: 'Its value is no JSON',
  },
};
