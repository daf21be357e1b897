import { mockServices } from '@backstage/backend-test-utils';
import type { Lock } from '@sphera/plugin-locks-common';
import { Endings } from './Endings';
import { Place } from './lockRules';

const NOON = '2026-11-24T12:00:00.000Z';
const lock = (changes: Partial<Lock>): Lock => ({
  id: 'lock',
  actions: ['deploy'],
  reason: 'incident',
  placedBy: 'user:default/dana',
  placedAt: '2026-11-24T11:00:00.000Z',
  ...changes,
});

describe('the watch for endings', () => {
  let standing: Lock[];
  let expired: Lock[];
  let noted: string[];
  let announced: Place[];
  let endings: Endings;

  const watchOver = (look: () => Promise<Lock[]>) =>
    new Endings({
      standing: look,
      takeExpired: async now =>
        expired.filter(({ expiresAt }) => expiresAt! <= now),
      note: async ({ id }) => void noted.push(id),
      announce: async place => void announced.push(place),
      clock: () => new Date(),
      logger: mockServices.logger.mock(),
    });

  beforeEach(() => {
    jest.useFakeTimers({ now: new Date(NOON) });
    standing = [];
    expired = [];
    noted = [];
    announced = [];
    endings = watchOver(async () => standing);
  });
  afterEach(() => {
    endings.stop();
    jest.useRealTimers();
  });

  it('notes the end of a lock when its time is up', async () => {
    standing = [lock({ id: 'hour', expiresAt: '2026-11-24T13:00:00.000Z' })];
    expired = standing;
    await endings.watch();

    await jest.advanceTimersByTimeAsync(60 * 60_000 - 1);
    expect(noted).toEqual([]);
    await jest.advanceTimersByTimeAsync(10);
    expect(noted).toEqual(['hour']);
    expect(announced).toEqual([]);
  });

  it('goes on with the next one', async () => {
    standing = [13, 14].map(hour =>
      lock({ id: `${hour}`, expiresAt: `2026-11-24T${hour}:00:00.000Z` }),
    );
    expired = standing;
    await endings.watch();
    await jest.advanceTimersByTimeAsync(61 * 60_000);
    expired = expired.slice(1);
    await jest.advanceTimersByTimeAsync(60 * 60_000);
    expect(noted).toEqual(['13', '14']);
  });

  it('tells open pages when a window opens, and when it closes', async () => {
    standing = [
      lock({
        window: 'weekend',
        service: 'component:default/payments',
        placedAt: '2026-11-24T12:10:00.000Z',
        expiresAt: '2026-11-24T12:20:00.000Z',
      }),
    ];
    await endings.watch();
    const told = { service: 'component:default/payments' };

    await jest.advanceTimersByTimeAsync(10 * 60_000 + 10);
    expect(announced).toEqual([told]);
    await jest.advanceTimersByTimeAsync(10 * 60_000);
    expect(announced).toEqual([told, told]);
    expect(noted).toEqual([]);
  });

  it('waits for ends that are months away', async () => {
    standing = [lock({ id: 'spring', expiresAt: '2027-03-01T12:00:00.000Z' })];
    expired = standing;
    await endings.watch();
    await jest.advanceTimersByTimeAsync(96 * 24 * 3_600_000);
    expect(noted).toEqual([]);
    await jest.advanceTimersByTimeAsync(24 * 3_600_000 + 10);
    expect(noted).toEqual(['spring']);
  });

  it('tries again where it could not be told what holds', async () => {
    standing = [lock({ id: 'hour', expiresAt: '2026-11-24T13:00:00.000Z' })];
    expired = standing;
    const fail = jest.fn(async () => standing);
    fail.mockRejectedValueOnce(new Error('no database'));
    endings = watchOver(fail);
    await endings.watch();
    await jest.advanceTimersByTimeAsync(60 * 60_000 + 10);
    expect(noted).toEqual(['hour']);
  });
});
