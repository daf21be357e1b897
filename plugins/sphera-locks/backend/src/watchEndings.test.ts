import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { DANA, startLocks } from './__testUtils__/startLocks';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Everything that goes into the audit log. */
function auditLog() {
  const log: Array<Record<string, unknown>> = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ meta }) => ({
      success: async () => void log.push((meta as any).sphera),
      fail: async () => {},
    }),
  });
  return { log, feature: auditor.factory };
}

describe('a lock that ended by itself', () => {
  it('is on the record at once, in the name of the person who set the time', async () => {
    const { log, feature } = auditLog();
    const { dana, signals } = await startLocks({ features: [feature] });
    // Late enough that it is in the future still when the portal reads it.
    const expiresAt = new Date(Date.now() + 2_000).toISOString();
    const { body: lock } = await dana.post('lock', {
      service: 'payments',
      reason: 'release',
      expiresAt,
    });

    await eventually(() =>
      expect(log.at(-1)).toMatchObject({
        operation: 'sphera-locks:expire-lock',
        actor: DANA,
        door: 'schedule',
        service: 'component:default/payments',
        reason: `Its time was up at ${expiresAt}`,
      }),
    );
    await eventually(() => expect(signals).toHaveLength(2));
    const { body } = await dana.get('list-locks', { state: 'ended' });
    expect(body.items).toEqual([
      { ...lock, ended: { how: 'expired', at: expiresAt } },
    ]);
  });

  it('is on the record once, also when it ended while no replica was running and two start', async () => {
    const database = await databases.init('SQLITE_3');
    const first = await startLocks({ database });
    await first.dana.post('lock', { service: 'payments', reason: 'release' });
    await database('locks').update({ expires_at: Date.now() - 1_000 });

    const { log, feature } = auditLog();
    await Promise.all([
      startLocks({ database, features: [feature] }),
      startLocks({ database, features: [feature] }),
    ]);
    await eventually(() => expect(log).not.toEqual([]));
    await new Promise(resolve => setTimeout(resolve, 300));
    expect(log).toMatchObject([{ operation: 'sphera-locks:expire-lock' }]);
  });
});
