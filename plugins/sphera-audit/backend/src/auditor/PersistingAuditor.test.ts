import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import type { NewRecord } from '../chain/chain';
import { auditLog } from './auditLog';
import { PersistingAuditor } from './PersistingAuditor';

const now = new Date('2026-11-24T12:00:00Z');
const omar = mockCredentials.user('user:default/omar');

function auditorOf(
  pluginId: string,
  options: { storing?: () => Promise<void>; minimumSeverity?: 'low' } = {},
) {
  const stored: NewRecord[] = [];
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  let id = 0;
  const auditor = new PersistingAuditor({
    auth: mockServices.auth({ pluginId }),
    httpAuth: mockServices.httpAuth({ pluginId, defaultCredentials: omar }),
    plugin: { getId: () => pluginId },
    logger,
    log: auditLog(mockServices.rootConfig(), logger),
    sink: {
      async write(record) {
        await options.storing?.();
        stored.push(record);
      },
      open: () => {},
      onStored: () => {},
    },
    minimumSeverity: options.minimumSeverity ?? 'medium',
    now: () => now,
    newId: () => `id-${(id += 1)}`,
  });
  return { auditor, stored, logger };
}

const incoming = (url = '/api/catalog/refresh?token=abc') =>
  ({
    originalUrl: url,
    method: 'POST',
    ip: '10.0.0.7',
    hostname: 'portal',
    headers: {},
    get: () => 'Firefox',
  } as any);

const locked = {
  eventId: 'lock',
  severityLevel: 'medium' as const,
  meta: {
    sphera: {
      id: 'call-1',
      operation: 'sphera-locks:lock',
      actor: 'user:default/dana',
      kind: 'user',
      door: 'mcp',
      service: 'component:default/payments',
      environment: 'production',
      reason: 'incident 4711',
      input: { service: 'component:default/payments', code: '[secret]' },
    },
  },
};

describe('the auditor', () => {
  it('stores the start and the outcome of an operation with the person who is really behind it', async () => {
    const { auditor, stored } = auditorOf('sphera-locks');
    const event = await auditor.createEvent(locked);
    await event.success({ meta: { output: { id: 'lock-9' } } });
    const common = {
      occurredAt: now.toISOString(),
      actor: 'user:default/dana',
      actorKind: 'user',
      door: 'mcp',
      plugin: 'sphera-locks',
      operation: 'sphera-locks:lock',
      service: 'component:default/payments',
      environment: 'production',
      reason: 'incident 4711',
      severity: 'medium',
      correlation: 'call-1',
    };
    expect(stored).toEqual([
      expect.objectContaining({ ...common, outcome: 'initiated' }),
      expect.objectContaining({ ...common, outcome: 'succeeded' }),
    ]);
    expect(JSON.parse(stored[1].details)).toEqual({
      input: { service: 'component:default/payments', code: '[secret]' },
      output: { id: 'lock-9' },
    });
    expect(stored[0].id).not.toBe(stored[1].id);
  });

  it('stores why an operation failed or was refused', async () => {
    const { auditor, stored } = auditorOf('sphera-locks');
    const event = await auditor.createEvent(locked);
    await event.fail({ error: new Error('cluster is away') });
    await auditor.createEvent({
      ...locked,
      meta: {
        sphera: {
          ...locked.meta.sphera,
          outcome: 'refused',
          error: { name: 'NotAllowedError', message: 'You may not' },
        },
      },
    });
    expect(stored.map(({ outcome, error }) => [outcome, error])).toEqual([
      ['initiated', undefined],
      ['failed', 'Error: cluster is away'],
      ['refused', 'NotAllowedError: You may not'],
    ]);
  });

  it('stores what stock plugins change, under one correlation, without the query of the request', async () => {
    const { auditor, stored } = auditorOf('catalog');
    const event = await auditor.createEvent({
      eventId: 'entity-mutate',
      severityLevel: 'medium',
      request: incoming(),
      meta: { queryType: 'refresh', entityRef: 'component:default/payments' },
    });
    await event.success();
    expect(stored[1]).toMatchObject({
      actor: 'user:default/omar',
      actorKind: 'user',
      door: 'http',
      plugin: 'catalog',
      operation: 'catalog:entity-mutate',
      service: 'component:default/payments',
      outcome: 'succeeded',
      correlation: stored[0].correlation,
      ip: '10.0.0.7',
    });
    expect(JSON.parse(stored[0].details)).toEqual({
      queryType: 'refresh',
      entityRef: 'component:default/payments',
      request: { method: 'POST', path: '/api/catalog/refresh' },
      userAgent: 'Firefox',
    });
  });

  it('names the person whose template the scaffolder runs', async () => {
    const { auditor, stored } = auditorOf('scaffolder');
    await auditor.createEvent({
      eventId: 'task',
      severityLevel: 'medium',
      meta: { actionType: 'execution', createdBy: 'user:default/dana' },
    });
    expect(stored).toMatchObject([
      { actor: 'user:default/dana', actorKind: 'user', door: 'scaffolder' },
    ]);
  });

  it('only logs what stock plugins read, unless told otherwise', async () => {
    const reading = { eventId: 'entity-fetch' };
    const usual = auditorOf('catalog');
    await usual.auditor.createEvent(reading);
    expect(usual.stored).toEqual([]);
    expect(usual.logger.debug).toHaveBeenCalledTimes(1);
    const curious = auditorOf('catalog', { minimumSeverity: 'low' });
    await curious.auditor.createEvent(reading);
    expect(curious.stored).toHaveLength(1);
  });

  it('stores every sphera operation, however harmless', async () => {
    const { auditor, stored } = auditorOf('sphera-locks');
    await auditor.createEvent({ ...locked, severityLevel: 'low' });
    expect(stored).toHaveLength(1);
  });

  it('does not believe an event that speaks for another plugin', async () => {
    const { auditor, stored } = auditorOf('catalog');
    await auditor.createEvent(locked);
    expect(stored).toMatchObject([
      { actor: 'plugin:catalog', operation: 'catalog:lock' },
    ]);
  });

  it('goes on to log each event as the stock auditor does', async () => {
    const { auditor, logger } = auditorOf('sphera-locks');
    const event = await auditor.createEvent({
      ...locked,
      request: incoming('/api/sphera-locks/v1/lock?code=hunter2'),
    });
    const error = new Error('no');
    await event.fail({ error });
    expect(logger.child).toHaveBeenCalledWith({ isAuditEvent: true });
    expect(logger.info).toHaveBeenCalledWith(
      'sphera-locks.lock',
      expect.objectContaining({
        plugin: 'sphera-locks',
        eventId: 'lock',
        severityLevel: 'medium',
        status: 'initiated',
        actor: expect.objectContaining({ actorId: 'user:default/dana' }),
        request: { method: 'POST', url: '/api/sphera-locks/v1/lock' },
      }),
    );
    expect(logger.info).toHaveBeenLastCalledWith('sphera-locks.lock', error);
  });

  it('does not let an action begin that cannot be stored', async () => {
    const { auditor } = auditorOf('sphera-locks', {
      storing: () => Promise.reject(new ServiceUnavailableError('full')),
    });
    await expect(auditor.createEvent(locked)).rejects.toThrow('full');
  });

  it('does not call an action failed whose outcome could not be stored', async () => {
    let calls = 0;
    const { auditor, logger } = auditorOf('sphera-locks', {
      storing: async () => {
        calls += 1;
        if (calls > 1) throw new ServiceUnavailableError('full');
      },
    });
    const event = await auditor.createEvent(locked);
    await expect(event.success()).resolves.toBeUndefined();
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('could not be stored'),
    );
  });

  it('keeps the values out that a database driver puts into its errors', async () => {
    const { auditor, stored } = auditorOf('catalog');
    const event = await auditor.createEvent({
      eventId: 'entity-mutate',
      severityLevel: 'medium',
    });
    await event.fail({
      error: Object.assign(new Error("insert into x values ('hunter2')"), {
        code: 'ER_DUP_ENTRY',
        sql: "insert into x values ('hunter2')",
      }),
    });
    expect(stored[1].error).toBe('Database error ER_DUP_ENTRY');
    expect(JSON.stringify(stored)).not.toContain('hunter2');
  });

  it('stores what a database would not: control characters, halves of characters, endless texts', async () => {
    const { auditor, stored } = auditorOf('catalog');
    await auditor.createEvent({
      eventId: 'entity-mutate',
      severityLevel: 'medium',
      request: { ...incoming(), ip: `\ud800${'9'.repeat(100)}` },
      meta: { long: 'a'.repeat(100_000), odd: '\u0000\ud800' },
    });
    expect(stored[0].ip).toHaveLength(64);
    expect(stored[0].ip).toMatch(/^ 9+…$/);
    expect(Object.keys(JSON.parse(stored[0].details))).toEqual(['clipped']);
    expect(stored[0].details.length).toBeLessThan(40_000);
  });
});
