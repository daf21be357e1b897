import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { service } from '../__testUtils__/world';
import { CatalogServiceDirectory } from './CatalogServiceDirectory';

function directoryOf(...entities: Entity[]) {
  const calls = { all: 0, one: 0 };
  let now = 0;
  let down = false;
  const directory = new CatalogServiceDirectory(
    {
      async all() {
        calls.all += 1;
        return entities;
      },
      async one(ref) {
        calls.one += 1;
        if (down) throw new Error('The catalog is down');
        return entities.find(entity =>
          ref.endsWith(`/${entity.metadata.name}`),
        );
      },
    },
    {
      types: ['microservice'],
      logger: mockServices.logger.mock(),
      now: () => now,
    },
  );
  return {
    directory,
    calls,
    entities,
    goDown: () => {
      down = true;
    },
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}

describe('the service directory', () => {
  it('knows owners, purpose and environments of a service', async () => {
    const payments = service('payments', 'group:default/checkout');
    payments.metadata.annotations = {
      'sphera.io/environments': 'staging, production',
    };
    const { directory } = directoryOf(payments);
    expect(await directory.get('component:default/payments')).toMatchObject({
      ref: 'component:default/payments',
      title: 'payments',
      purpose: 'payments exists',
      owners: ['group:default/checkout'],
      environments: ['staging', 'production'],
    });
  });

  it('answers a thousand questions with one look at the catalog', async () => {
    const { directory, calls } = directoryOf(
      service('payments', 'group:default/a'),
    );
    for (let i = 0; i < 1000; i++)
      await directory.get('component:default/payments');
    expect(calls).toEqual({ all: 1, one: 0 });
  });

  it('leaves out components that are no services', async () => {
    const library = service('colours', 'group:default/a');
    library.spec!.type = 'library';
    const { directory } = directoryOf(library);
    expect(await directory.list()).toEqual([]);
    expect(await directory.get('component:default/colours')).toBeUndefined();
  });

  it('finds a service that was registered a moment ago', async () => {
    const { directory, entities } = directoryOf();
    await directory.list();
    entities.push(service('payments', 'group:default/a'));
    expect(await directory.get('component:default/payments')).toBeDefined();
  });

  it('asks for an unknown service at most every five seconds', async () => {
    const { directory, calls, pass } = directoryOf();
    for (let i = 0; i < 50; i++) await directory.get('component:default/ghost');
    expect(calls.one).toBe(1);
    pass(6);
    await directory.get('component:default/ghost');
    expect(calls.one).toBe(2);
  });

  it('asks the catalog itself where the answer must be fresh', async () => {
    const { directory, entities } = directoryOf(
      service('payments', 'group:default/a'),
    );
    await directory.list();
    entities[0] = service('payments', 'group:default/b');
    expect((await directory.get('component:default/payments'))?.owners).toEqual(
      ['group:default/a'],
    );
    expect(
      (await directory.get('component:default/payments', { fresh: true }))
        ?.owners,
    ).toEqual(['group:default/b']);
  });

  it('answers from memory while the catalog is down, and not for what it never knew', async () => {
    const { directory, goDown } = directoryOf(
      service('payments', 'group:default/a'),
    );
    await directory.list();
    goDown();
    expect(
      await directory.get('component:default/payments', { fresh: true }),
    ).toMatchObject({ owners: ['group:default/a'] });
    await expect(
      directory.get('component:default/ghost', { fresh: true }),
    ).rejects.toThrow('The catalog is down');
  });

  it('lists what the catalog has had for half a minute', async () => {
    const { directory, calls, entities, pass } = directoryOf();
    pass(300);
    await directory.list();
    entities.push(service('payments', 'group:default/a'));
    pass(29);
    expect(await directory.list()).toHaveLength(0);
    pass(2);
    expect(await directory.list()).toHaveLength(1);
    expect(calls.all).toBe(2);
  });

  it('keeps the entry of a service of which the catalog says what it said before', async () => {
    const { directory, entities, pass } = directoryOf(
      service('payments', 'group:default/a'),
      service('ledger', 'group:default/a'),
    );
    const before = await directory.list();
    entities[0] = service('payments', 'group:default/a');
    entities[1] = service('ledger', 'group:default/b');
    pass(31);
    const after = await directory.list();
    expect(after.map((one, index) => one === before[index])).toEqual([
      true,
      false,
    ]);
  });

  it('looks every two seconds while the portal has just started', async () => {
    const { directory, entities, pass } = directoryOf();
    await directory.list();
    entities.push(service('payments', 'group:default/a'));
    pass(3);
    expect(await directory.list()).toHaveLength(1);
  });
});
