import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The page of the audit log. */
export const auditRouteRef = createRouteRef();
