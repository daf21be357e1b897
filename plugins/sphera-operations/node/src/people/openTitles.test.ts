import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { openTitles } from './openTitles';

const DANA = 'user:default/dana';
const BOOKING = 'group:default/booking';

const entity = (kind: string, name: string, displayName?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec: displayName ? { profile: { displayName } } : {},
});

function given() {
  const catalog = catalogServiceMock({
    entities: [
      entity('User', 'dana', 'Dana Okafor'),
      entity('Group', 'booking'),
    ],
  });
  const reads = jest.spyOn(catalog, 'getEntitiesByRefs');
  const clock = { now: jest.fn(() => 1_000_000) };
  const logger = mockServices.logger.mock();
  const auth = mockServices.auth();
  return { reads, clock, titles: openTitles({ auth, catalog, logger, clock }) };
}

describe('titles', () => {
  it('are those of the catalog, of people and of teams', async () => {
    const { titles } = given();
    expect(await titles.person(DANA)).toEqual({
      ref: DANA,
      title: 'Dana Okafor',
    });
    expect((await titles.person(BOOKING)).title).toBe('booking');
  });

  it('are the name in the ref for whom the catalog does not know, and the subject for a program', async () => {
    const { titles, reads } = given();
    expect((await titles.person('user:default/left-us')).title).toBe('left-us');
    expect((await titles.person('ci-pipeline')).title).toBe('ci-pipeline');
    expect(reads).toHaveBeenCalledTimes(1);
  });

  it('are read together, and again when they are a minute old', async () => {
    const { titles, reads, clock } = given();
    await titles.persons([DANA, BOOKING, DANA]);
    await titles.person(DANA);
    expect(reads).toHaveBeenCalledTimes(1);
    clock.now.mockReturnValue(1_061_000);
    await titles.person(DANA);
    expect(reads).toHaveBeenCalledTimes(2);
  });

  it('stay as they were while the catalog does not answer', async () => {
    const { titles, reads, clock } = given();
    await titles.person(DANA);
    reads.mockRejectedValue(new Error('down'));
    clock.now.mockReturnValue(1_061_000);
    expect((await titles.person(DANA)).title).toBe('Dana Okafor');
    expect((await titles.person(BOOKING)).title).toBe('booking');
  });
});
