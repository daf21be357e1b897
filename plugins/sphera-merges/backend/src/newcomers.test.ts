import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { answered, untilHold, untilState } from './__testUtils__/asking';
import { companyWith } from './__testUtils__/people';
import { ORGANIZATION } from './__testUtils__/startGitHub';
import { startScene } from './__testUtils__/startScene';

/** A catalog that is read after the portal has started, as at the first start. */
function catalogOfTest() {
  let now = catalogServiceMock({ entities: [] });
  const catalog = new Proxy({} as CatalogService, {
    // Whoever awaits it looks whether it is a promise.
    get: (_, name: keyof CatalogService) => now[name]?.bind(now),
  });
  return {
    feature: createServiceFactory({
      service: catalogServiceRef,
      deps: {},
      factory: () => catalog,
    }),
    reads(services: string[]) {
      now = catalogServiceMock({ entities: companyWith(services) });
    },
  };
}

it('repositories that the catalog knows only after the start are frozen as wanted, and heard of', async () => {
  const catalog = catalogOfTest();
  const scheduler = mockServices.scheduler();
  const { gitHub, portal } = await startScene(['quotes'], {
    catalog: catalog.feature,
    features: [
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  const before = await gitHub.open('quotes', 'before');
  const { dana } = await portal({ merges: { organizations: [] } });
  expect(await answered(dana, 'list-merge-holds')).toMatchObject({
    totalItems: 0,
  });
  await answered(dana, 'freeze-merges', { reason: 'An incident' });

  catalog.reads(['quotes']);
  const isKnown = async () => {
    // The portal reads the catalog anew after some seconds.
    await scheduler.triggerTask('catch-up-on-merges');
    return (await dana.ask('get-merge-hold', { service: 'quotes' })).status;
  };
  while ((await isKnown()) !== 200) {
    await new Promise(resolve => {
      setTimeout(resolve, 100);
    });
  }
  await untilState(dana, 'quotes', 'frozen');
  expect((await gitHub.merge('quotes', before)).status).toBe(405);
  expect(await gitHub.statusOf('quotes', before)).toMatchObject({
    state: 'failure',
  });
  const hooks = `/orgs/${ORGANIZATION}/hooks`;
  expect(await gitHub.ask('sphera-portal', 'GET', hooks)).toHaveLength(1);

  await gitHub.open('quotes', 'after');
  await untilHold(dana, 'quotes', seen => seen.pullRequests.held === 2);
});
