import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { systemClock } from '@sphera/plugin-operations-node';
import {
  DANA,
  DANA_IN_GIT,
  PEOPLE,
  RELEASE_BOT,
} from '../__testUtils__/people';
import { openPeople } from './openPeople';

function given(entities: Entity[] = PEOPLE) {
  const catalog = catalogServiceMock({ entities });
  const reads = jest.spyOn(catalog, 'queryEntities');
  const clock = { ...systemClock, now: jest.fn(() => 0) };
  const people = openPeople({
    auth: mockServices.auth(),
    catalog,
    logger: mockServices.logger.mock(),
    clock,
  });
  return { catalog, reads, clock, people };
}

describe('people', () => {
  it('are known by their address, however it is written', async () => {
    const { people } = given();
    const email = DANA_IN_GIT.email.toUpperCase();
    expect(await people.refOf({ name: 'dana', email })).toBe(DANA);
  });

  it('keep their name in Git where the catalog does not know them', async () => {
    const { people } = given();
    expect(await people.refOf(RELEASE_BOT)).toBe('release-bot');
  });

  it('commit by name and address', async () => {
    const { people } = given();
    expect(await people.authorOf(DANA)).toEqual(DANA_IN_GIT);
  });

  it.each(['ci-pipeline', 'user:default/left-us'])(
    'commit by their ref where the catalog has nothing of them: %s',
    async ref => {
      const { people } = given();
      expect(await people.authorOf(ref)).toEqual({ name: ref });
    },
  );

  it('are read once a minute, all at once', async () => {
    const { people, reads, clock } = given();
    await Promise.all([people.refOf(DANA_IN_GIT), people.refOf(RELEASE_BOT)]);
    await people.refOf(DANA_IN_GIT);
    expect(reads).toHaveBeenCalledTimes(1);
    clock.now.mockReturnValue(61_000);
    expect(await people.refOf(DANA_IN_GIT)).toBe(DANA);
    expect(reads).toHaveBeenCalledTimes(2);
  });

  it('stay as Git names them while the catalog does not answer', async () => {
    const { people, catalog, reads } = given();
    reads.mockRejectedValue(new Error('down'));
    jest.spyOn(catalog, 'getEntityByRef').mockRejectedValue(new Error('down'));
    expect(await people.refOf(DANA_IN_GIT)).toBe(DANA_IN_GIT.name);
    expect(await people.authorOf(DANA)).toEqual({ name: DANA });
  });
});
