import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Draft } from '@sphera/plugin-creation-common';
import { newCreation } from '../creations/newCreation';
import type { KeptCreation } from '../creations/KeptCreation';
import type { CreationStore } from './CreationStore';
import { openStore } from './openStore';

jest.setTimeout(60_000);

const databases = TestDatabases.create({
  ids: [
    'SQLITE_3',
    ...(process.env.SPHERA_TEST_SERVICES ? ['MYSQL_8' as const] : []),
  ],
});
const NOON = Date.parse('2026-11-28T12:00:00Z');
const all = { limit: 10, offset: 0 };

function creation(name: string, startedAt = NOON): KeptCreation {
  const draft: Draft = {
    kind: 'microservice',
    name,
    owner: 'group:default/booking',
    purpose: 'naïve 🚒 text',
    needs: ['http'],
    regions: ['eu-central-1'],
  };
  return newCreation({ draft, startedBy: 'user:default/dana', startedAt });
}

describe.each(databases.eachSupportedId())('creations kept in %s', database => {
  let store: CreationStore;
  beforeEach(async () => {
    const knex = await databases.init(database);
    store = await openStore(mockServices.database({ knex }));
  });

  it('come back as they were begun', async () => {
    const begun = creation('fares');
    expect(await store.add(begun)).toBeUndefined();
    expect(await store.get(begun.id)).toEqual(begun);
    expect(await store.named('fares')).toEqual(begun);
    expect(await store.get(begun.id.toUpperCase())).toBeUndefined();
  });

  it('have their name alone, however many are begun in the same moment', async () => {
    const begun = Array.from({ length: 5 }, () => creation('fares'));
    const answers = await Promise.all(begun.map(one => store.add(one)));
    expect(answers.filter(answer => answer === undefined)).toHaveLength(1);
    const kept = await store.named('fares');
    for (const answer of answers) {
      expect([undefined, kept!.id]).toContain(answer?.id);
    }
  });

  it('give their name free once they are undone, and not before', async () => {
    const first = creation('fares');
    await store.add(first);
    for (const state of ['done', 'undoing'] as const) {
      await store.change(first.id, kept => ({ ...kept, state }));
      expect((await store.add(creation('fares')))?.id).toBe(first.id);
    }
    await store.change(first.id, kept => ({ ...kept, state: 'undone' }));
    expect(await store.add(creation('fares'))).toBeUndefined();
  });

  it('lose no change, however many come in the same moment', async () => {
    const begun = creation('fares');
    await store.add(begun);
    await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        store.change(begun.id, kept => ({
          ...kept,
          steps: kept.steps.map((step, at) =>
            at === index ? { ...step, state: 'done' } : step,
          ),
        })),
      ),
    );
    const { steps } = (await store.get(begun.id))!;
    expect(steps.filter(({ state }) => state === 'done')).toHaveLength(5);
  });

  it('stay as they are where a change is refused', async () => {
    const begun = creation('fares');
    await store.add(begun);
    const refuse = () => {
      throw new Error('no');
    };
    await expect(store.change(begun.id, refuse)).rejects.toThrow('no');
    await expect(store.change('nobody', refuse)).rejects.toThrow(
      'There is no creation nobody',
    );
    expect(await store.get(begun.id)).toEqual(begun);
  });

  it('are listed and counted, the newest first, by name and state', async () => {
    const names = ['one', 'two', 'three'];
    const begun = names.map((name, index) => creation(name, NOON + index));
    for (const each of begun) await store.add(each);
    await store.change(begun[1].id, kept => ({ ...kept, state: 'done' }));
    const listed = async (query: object, part = all) =>
      (await store.list(query, part)).map(({ draft }) => draft.name);
    expect(await listed({})).toEqual(['three', 'two', 'one']);
    expect(await listed({}, { limit: 1, offset: 1 })).toEqual(['two']);
    expect(await listed({ state: 'done' })).toEqual(['two']);
    expect(await listed({ name: 'one', state: 'running' })).toEqual(['one']);
    expect(await store.count({})).toBe(3);
    expect(await store.count({ name: 'four' })).toBe(0);
  });
});
