import { mockCredentials } from '@backstage/backend-test-utils';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { payments, startHub } from './__testUtils__/startHub';

describe('list-services', () => {
  it('lists every service of the catalog and nothing else', async () => {
    const { list } = await startHub();
    const { body } = await list().expect(200);
    expect(body).toMatchObject({ totalItems: 3, offset: 0, staleFacts: [] });
    expect(body.items[1]).toEqual({
      service: payments,
      name: 'payments',
      title: 'payments',
      purpose: 'payments exists',
      owners: [{ ref: 'group:default/money', title: 'Money' }],
      type: 'microservice',
      lifecycle: 'production',
      environments: ['staging', 'production'],
      facts: {},
    });
  });

  it('filters, sorts and pages as the query says', async () => {
    const { names, list } = await startHub();
    expect(await names('?team=money')).toEqual(['payments']);
    expect(await names('?team=group:default/Money')).toEqual(['payments']);
    expect(await names('?environment=staging')).toEqual(['payments', 'quotes']);
    expect(await names('?mine=true&order=desc')).toEqual([
      'quotes',
      'bookings',
    ]);

    const { body } = await list('?limit=2').expect(200);
    expect(await names(`?limit=2&cursor=${body.nextCursor}`)).toEqual([
      'quotes',
    ]);
  });

  it('carries the facts of capabilities, and tells open pages when they change', async () => {
    const { list, names, lock, signals } = await startHub();
    expect(await names('?locked=true')).toEqual([]);

    lock(payments, 'incident 4711');
    await eventually(async () => {
      const { body } = await list('?locked=true').expect(200);
      expect(body.items).toMatchObject([
        { name: 'payments', facts: { locks: ['incident 4711'] } },
      ]);
    });
    expect(await names('?orderBy=locks&order=desc')).toEqual([
      'payments',
      'bookings',
      'quotes',
    ]);
    await eventually(() => expect(signals).toContain('sphera-services'));
  });

  it('keeps the last facts, and says so, while a capability fails', async () => {
    const { list, lock, fail } = await startHub();
    await list().expect(200);
    lock(payments, 'incident 4711');
    await eventually(async () => {
      expect((await list('?locked=true')).body.totalItems).toBe(1);
    });
    fail();
    await eventually(async () => {
      const { body } = await list('?locked=true').expect(200);
      expect(body.totalItems).toBe(1);
      expect(body.staleFacts).toEqual([
        { id: 'locks', since: expect.stringMatching(/^\d{4}-/) },
      ]);
    });
  });

  it('answers a program, but not with services of its own', async () => {
    const { list } = await startHub();
    const program = mockCredentials.service.header({
      onBehalfOf: mockCredentials.service('ci'),
      targetPluginId: 'sphera-services',
    });
    await list('', program).expect(200);
    const { body } = await list('?mine=true', program).expect(400);
    expect(body.error.message).toContain('mine is for people');
  });

  it.each([
    ['orderBy=age', 'orderBy', 'must be one of name, owner'],
    ['orderBy=name;drop', 'orderBy', 'must be the id of a column'],
    ['order=up', 'order', 'must be one of asc, desc'],
    ['cursor=abcd', 'cursor', 'must be the nextCursor of an earlier answer'],
    ['cursor=%00', 'cursor', 'must be the nextCursor of an earlier answer'],
    ['limit=0', 'limit', 'must be a whole number from 1 to 200'],
    ['limit=many', 'limit', 'must be a number'],
    ['locked=perhaps', 'locked', 'must be a boolean'],
    ['team=a%20b', 'team', 'must name a team'],
    ['team=a&team=b', 'team', 'must be a string'],
    ['environment=moon', 'environment', 'must be one of staging, production'],
    ['text=<script>', 'text', 'must be plain text'],
    [`text=${'x'.repeat(201)}`, 'text', 'is too long'],
    ['colour=red', 'colour', 'is not a field of this operation'],
  ])('refuses %s with the field', async (query, field, message) => {
    const { list } = await startHub();
    const { body } = await list(`?${query}`).expect(400);
    expect(body.error.details.fields).toEqual([
      { field, message: expect.stringContaining(message) },
    ]);
  });

  it('asks who is calling', async () => {
    const { list } = await startHub();
    const { status } = await list('', mockCredentials.none.header());
    expect(status).toBe(401);
  });
});
