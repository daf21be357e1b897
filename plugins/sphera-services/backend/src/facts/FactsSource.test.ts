import { mockServices } from '@backstage/backend-test-utils';
import type { JsonValue } from '@backstage/types';
import { service } from '../__testUtils__/services';
import { FactsSource } from './FactsSource';

const noon = new Date('2026-11-24T12:00:00Z');
const payments = [service('payments')];
const ref = payments[0].ref;

function sourceOf(
  forAll: () => Promise<ReadonlyMap<string, JsonValue>>,
  logger = mockServices.logger.mock(),
) {
  return new FactsSource(
    { id: 'locks', forAll },
    { logger, now: () => noon, patienceMs: 50 },
  );
}

describe('facts of a capability', () => {
  it('are said to be unknown until the capability first answers', async () => {
    const source = sourceOf(async () => new Map([[ref, 'locked']]));
    expect(source.stale).toEqual({ id: 'locks' });

    expect(await source.renew(() => payments)).toBe(true);
    expect(source.values.get(ref)).toBe('locked');
    expect(source.stale).toBeUndefined();
  });

  it('stay as they were while the capability fails, and say since when', async () => {
    const forAll = jest
      .fn()
      .mockRejectedValue(new Error('gone'))
      .mockResolvedValueOnce(new Map([[ref, 'locked']]));
    const logger = mockServices.logger.mock();
    const source = sourceOf(forAll, logger);

    await source.renew(() => payments);
    await source.renew(() => payments);
    expect(source.values.get(ref)).toBe('locked');
    expect(source.stale).toEqual({ id: 'locks', since: noon.toISOString() });

    await source.renew(() => payments);
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });

  it('stay as they were while the capability does not answer at all', async () => {
    const source = sourceOf(() => new Promise(() => {}));
    await source.renew(() => payments);
    expect(source.stale).toEqual({ id: 'locks' });
  });

  it('are asked for once more, not ten times, for ten changes at once', async () => {
    const forAll = jest.fn(async () => new Map());
    const source = sourceOf(forAll);
    await Promise.all(
      Array.from({ length: 10 }, () => source.renew(() => payments)),
    );
    expect(forAll).toHaveBeenCalledTimes(2);
  });

  it('report no change where the answer is the same', async () => {
    const source = sourceOf(async () => new Map([[ref, ['same']]]));
    await source.renew(() => payments);
    expect(await source.renew(() => payments)).toBe(false);
  });
});
