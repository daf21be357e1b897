import { createRouteRef } from '@backstage/frontend-plugin-api';

/** What runs where: all services in all clusters. */
export const deploymentsRouteRef = createRouteRef();
