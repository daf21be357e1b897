import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The Locks page. */
export const locksRouteRef = createRouteRef();
