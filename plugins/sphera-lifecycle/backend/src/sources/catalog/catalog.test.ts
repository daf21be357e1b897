import type { Entity } from '@backstage/catalog-model';
import { entityOf, serviceOf } from '../../facts/__testUtils__/serviceOf';
import { startFacts } from '../../facts/__testUtils__/startFacts';
import { catalogSource } from './catalogSource';

jest.setTimeout(120_000);

const BOOKING = {
  ...entityOf('Group', 'booking'),
  spec: { profile: { displayName: 'Booking' } },
};
const dependingOn = (entity: Entity, ...refs: string[]): Entity => ({
  ...entity,
  relations: [
    ...entity.relations!,
    ...refs.map(targetRef => ({ type: 'dependsOn', targetRef })),
  ],
});

/** What the catalog says of a service. */
async function factsOf(service: Entity, ...others: Entity[]) {
  const portal = await startFacts({
    ownSources: deps => [catalogSource(deps)],
    services: [service, ...others],
  });
  await portal.look();
  await portal.stop();
  return (id: string) => {
    const { state, sentence, link } = portal.fact(service.metadata.name, id)!;
    return [state, sentence, link!.url];
  };
}

describe('facts of the catalog', () => {
  const entry = '/catalog/default/component/quotes';

  it('hold where the entry says all that is asked of services', async () => {
    const fact = await factsOf(
      dependingOn(
        serviceOf('quotes', {
          links: [
            { url: 'https://handbook.example/quotes', title: 'Runbook' },
            { url: 'https://grafana.example/quotes' },
          ],
          annotations: { 'backstage.io/techdocs-ref': 'dir:.' },
          spec: { lifecycle: 'retired' },
        }),
        'resource:default/quotes-db',
        'component:default/parcels',
      ),
      BOOKING,
      entityOf('Resource', 'quotes-db'),
    );
    expect(fact('owner-set')).toEqual(['holds', 'Its owner is Booking', entry]);
    expect(fact('links-set')).toEqual([
      'holds',
      'The entry has 2 links: Runbook and https://grafana.example/quotes',
      entry,
    ]);
    expect(fact('docs-exist')).toEqual([
      'holds',
      'The entry says where its documentation is (dir:.)',
      '/docs/default/component/quotes',
    ]);
    expect(fact('resources-known')).toEqual([
      'holds',
      'It depends on quotes-db',
      entry,
    ]);
    expect(fact('retired-declared')).toEqual([
      'holds',
      'spec.lifecycle is retired',
      entry,
    ]);
  });

  it('say what to write where the entry lacks it', async () => {
    const fact = await factsOf({ ...serviceOf('quotes'), relations: [] });
    expect(fact('owner-set')).toEqual([
      'fails',
      'The entry names no owner: set spec.owner to a group',
      entry,
    ]);
    for (const [id, words] of [
      ['links-set', 'to metadata.links'],
      ['docs-exist', 'no annotation backstage.io/techdocs-ref'],
      ['resources-known', 'in spec.dependsOn'],
      ['retired-declared', 'spec.lifecycle is production, not retired'],
    ]) {
      expect(fact(id)).toEqual([
        'fails',
        expect.stringContaining(words),
        entry,
      ]);
    }
  });

  it('fail where the catalog does not have what the entry names', async () => {
    const fact = await factsOf(
      dependingOn(serviceOf('quotes'), 'resource:default/ghost-db'),
    );
    expect(fact('owner-set')).toEqual([
      'fails',
      'The catalog has no group:default/booking, which the entry names as owner',
      entry,
    ]);
    expect(fact('resources-known')).toEqual([
      'fails',
      'The catalog has no resource:default/ghost-db, which it is said to depend on',
      entry,
    ]);
  });

  it('know of a service that needs no resources', async () => {
    const annotations = { 'sphera.io/resources': 'none' };
    const fact = await factsOf(serviceOf('quotes', { annotations }), BOOKING);
    expect(fact('resources-known')).toEqual([
      'holds',
      'It needs none, says sphera.io/resources of its entry',
      entry,
    ]);
  });
});
