import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** What runs where: all services in all clusters. */
export const deploymentsRouteRef = createRouteRef();

/** Where a rollback is started, in an app that has rollbacks. */
export const startRollbackRouteRef = createExternalRouteRef({
  defaultTarget: 'sphera-rollback.start',
});
