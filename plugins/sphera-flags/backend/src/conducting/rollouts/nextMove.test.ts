import type { KeptCell, KeptRollout } from '../../storage/Kept';
import {
  acknowledged,
  cellOf,
  MINUTE,
  refused,
  ringOf,
  rolloutOf,
  START,
} from './__testUtils__/rolloutOfTest';
import { awaitedRing, nextMove } from './nextMove';
import { ringStanding } from './ringStanding';

function moveOf(
  rollout: KeptRollout,
  now: number,
  cells: KeptCell[] = [],
  queuedSince?: number,
) {
  const ring = awaitedRing(rollout);
  return nextMove(rollout, {
    now,
    acknowledgeWithinMs: 5 * MINUTE,
    standing: ring && ringStanding(ring, cells, queuedSince),
  });
}

const sent = { sentAt: START };
const canarySent = () =>
  rolloutOf([
    ringOf('canary', ['staging-eu'], sent),
    ringOf('rest', ['eu', 'us']),
  ]);

describe('a roll-out that is under way', () => {
  it('begins with its first ring', () => {
    const rollout = rolloutOf([
      ringOf('canary', ['staging-eu']),
      ringOf('rest', ['eu']),
    ]);
    expect(moveOf(rollout, START)).toEqual({
      step: 'send',
      ring: 0,
      sentence: 'Ring canary is on its way to 1 cluster',
    });
  });

  it('waits while a cluster has not answered', () => {
    expect(moveOf(canarySent(), START, [cellOf('staging-eu')])).toEqual({
      step: 'wait',
    });
    expect(moveOf(canarySent(), START, [])).toEqual({ step: 'wait' });
  });

  it('does not take the answer to an earlier wish for one', () => {
    const before = cellOf('staging-eu', {
      revision: 1,
      answer: acknowledged(START - MINUTE),
    });
    expect(moveOf(canarySent(), START, [before])).toEqual({ step: 'wait' });
  });

  it('notes when the last cluster of a ring acknowledged, not when it was seen', () => {
    const rollout = rolloutOf([
      ringOf('production', ['eu', 'us'], sent),
      ringOf('rest', ['asia']),
    ]);
    const cells = [
      cellOf('us', { answer: acknowledged(START + 2_000) }),
      cellOf('eu', { answer: acknowledged(START + 1_000) }),
    ];
    expect(moveOf(rollout, START + MINUTE, cells)).toMatchObject({
      step: 'note',
      rollout: {
        sentence:
          'Ring production is acknowledged; ring rest follows 10 minutes later',
        rings: [{ acknowledgedAt: START + 2_000 }, {}],
      },
    });
  });

  it('takes a newer wish, say one that mended drift, for as good', () => {
    const newer = cellOf('staging-eu', {
      revision: 3,
      answer: acknowledged(START + 1_000),
    });
    expect(moveOf(canarySent(), START + 2_000, [newer])).toMatchObject({
      step: 'note',
    });
  });

  it('soaks before the next ring', () => {
    const acknowledgedAt = START + 1_000;
    const rollout = rolloutOf([
      ringOf('canary', ['staging-eu'], { ...sent, acknowledgedAt }),
      ringOf('rest', ['eu']),
    ]);
    const soaksUntil = acknowledgedAt + 10 * MINUTE;
    expect(moveOf(rollout, soaksUntil - 1)).toEqual({ step: 'wait' });
    expect(moveOf(rollout, soaksUntil)).toMatchObject({
      step: 'note',
      rollout: { rings: [{ doneAt: soaksUntil }, {}] },
    });
  });

  it('sends the next ring once one is done', () => {
    const done = { ...sent, acknowledgedAt: START, doneAt: START + MINUTE };
    const rollout = rolloutOf([
      ringOf('canary', ['staging-eu'], done),
      ringOf('rest', ['eu', 'us']),
    ]);
    expect(moveOf(rollout, START + MINUTE)).toEqual({
      step: 'send',
      ring: 1,
      sentence: 'Ring rest is on its way to 2 clusters',
    });
  });

  it('does not soak after its last ring, and is over', () => {
    const last = ringOf('rest', ['eu'], { ...sent, acknowledgedAt: START });
    const noted = moveOf(rolloutOf([last]), START);
    expect(noted).toMatchObject({
      step: 'note',
      rollout: { rings: [{ doneAt: START }] },
    });
    const { rollout } = noted as { rollout: KeptRollout };
    expect(moveOf(rollout, START)).toEqual({
      step: 'finish',
      sentence: 'Rolled out to 1 cluster, ring by ring',
    });
  });
});

describe('a roll-out stops by itself', () => {
  const three = () =>
    rolloutOf([ringOf('production', ['asia', 'eu', 'us'], sent)]);

  it('where a cluster refuses, whatever the others say', () => {
    const cells = [
      cellOf('asia', { answer: acknowledged(START) }),
      cellOf('eu', { answer: refused(START, 'Variant on is not boolean') }),
      cellOf('us'),
    ];
    expect(moveOf(three(), START + 1_000, cells)).toEqual({
      step: 'stop',
      ring: 0,
      sentence:
        'Stopped at ring production: eu refused it: Variant on is not boolean',
    });
  });

  it('where one stays silent for longer than it may', () => {
    const cells = [
      cellOf('asia', { answer: acknowledged(START) }),
      cellOf('eu'),
      cellOf('us'),
    ];
    expect(moveOf(three(), START + 5 * MINUTE - 1, cells).step).toBe('wait');
    expect(moveOf(three(), START + 5 * MINUTE, cells)).toEqual({
      step: 'stop',
      ring: 0,
      sentence:
        'Stopped at ring production: eu and us did not acknowledge after 5 minutes',
    });
  });

  it('where Kafka has been away for as long, and says so', () => {
    const cells = ['asia', 'eu', 'us'].map(name => cellOf(name));
    expect(moveOf(three(), START + 5 * MINUTE, cells, START)).toMatchObject({
      step: 'stop',
      sentence:
        'Stopped at ring production: what was sent to asia, eu and us still waits for Kafka after 5 minutes',
    });
  });

  it('and names few of many clusters', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const rollout = rolloutOf([ringOf('production', names, sent)]);
    const cells = names.map(name => cellOf(name));
    expect(moveOf(rollout, START + 5 * MINUTE, cells)).toMatchObject({
      sentence:
        'Stopped at ring production: a, b and 3 more clusters did not acknowledge after 5 minutes',
    });
  });
});
