/**
 * Claim: asking the gate costs little more than asking nothing. It answers at
 * least 0.7 times as many requests a second as an authenticated route of the same
 * backend that returns a constant, with 1,000 services, every fifth of them locked.
 *
 * Both are asked in turns, over HTTP, with a pipeline's token.
 */
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import Router from 'express-promise-router';
import { locksPlugin } from '../plugins/sphera-locks/backend/src';
import { inTurns } from './measuring/inTurns';
import { load } from './measuring/load';
import { placeLocks } from './measuring/placeLocks';
import { startPortal } from './measuring/Portal';
import { report } from './measuring/report';
import { nameOf, services } from './measuring/services';

const BAR = 0.7;

const constant = createBackendPlugin({
  pluginId: 'constant',
  register(env) {
    env.registerInit({
      deps: { http: coreServices.httpRouter },
      async init({ http }) {
        const router = Router();
        router.get('/v1/constant', async (_request, response) => {
          response.json({ allowed: true, locks: [] });
        });
        http.use(router);
      },
    });
  },
});

const gatePaths = Array.from(
  { length: 50 },
  (_, n) =>
    `/api/sphera-locks/v1/gate?service=${nameOf(n)}&environment=production`,
);

report(async () => {
  const portal = await startPortal({
    features: [
      catalogServiceMock.factory({ entities: services }),
      locksPlugin,
      constant,
    ],
    operations: ['sphera-locks:lock'],
  });
  await placeLocks(portal);
  const perSecond = async (paths: string[]) =>
    (await load(portal, paths)).perSecond;
  const { own, peer, ratio } = await inTurns(
    () => perSecond(gatePaths),
    () => perSecond(['/api/constant/v1/constant']),
  );
  await portal.stop();
  return {
    bench: 'gate',
    constantPerSecond: Math.round(peer),
    gatePerSecond: Math.round(own),
    ratio,
    bar: BAR,
    holds: ratio >= BAR,
  };
});
