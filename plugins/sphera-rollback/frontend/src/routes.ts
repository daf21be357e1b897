import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** Rollbacks that are, and that were. */
export const rollbacksRouteRef = createRouteRef();

/** Where one chooses what to roll back, and to which version. */
export const startRouteRef = createSubRouteRef({
  parent: rollbacksRouteRef,
  path: '/start',
});

/** Where one chooses a system and a moment to bring it back to. */
export const startSetRouteRef = createSubRouteRef({
  parent: rollbacksRouteRef,
  path: '/sets/start',
});

/** Several services that were rolled back together. */
export const setRouteRef = createSubRouteRef({
  parent: rollbacksRouteRef,
  path: '/sets/:id',
});

/** One rollback, from the press of the button to its end. */
export const rollbackRouteRef = createSubRouteRef({
  parent: rollbacksRouteRef,
  path: '/:id',
});

/** Where locks are, in an app that has them. */
export const locksRouteRef = createExternalRouteRef({
  defaultTarget: 'sphera-locks.root',
});
