import {
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** All flags by all clusters. */
export const flagsRouteRef = createRouteRef();

/** Where one creates a flag. */
export const newFlagRouteRef = createSubRouteRef({
  parent: flagsRouteRef,
  path: '/new',
});

/** What is not as it should be. */
export const driftRouteRef = createSubRouteRef({
  parent: flagsRouteRef,
  path: '/drift',
});

/** Which clusters are heard. */
export const clustersRouteRef = createSubRouteRef({
  parent: flagsRouteRef,
  path: '/clusters',
});

/** One roll-out, from its first ring to its end. */
export const rolloutRouteRef = createSubRouteRef({
  parent: flagsRouteRef,
  path: '/rollouts/:id',
});

/** One flag. */
export const flagRouteRef = createSubRouteRef({
  parent: flagsRouteRef,
  path: '/f/:flag',
});

/** Where one changes it. */
export const changeFlagRouteRef = createSubRouteRef({
  parent: flagsRouteRef,
  path: '/f/:flag/change',
});

/** Where one starts to roll it out. */
export const startRolloutRouteRef = createSubRouteRef({
  parent: flagsRouteRef,
  path: '/f/:flag/rollout',
});
