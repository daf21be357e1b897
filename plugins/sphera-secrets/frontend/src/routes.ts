import { createRouteRef } from '@backstage/frontend-plugin-api';

/** What was found about the secrets of all services. */
export const secretsRouteRef = createRouteRef();
