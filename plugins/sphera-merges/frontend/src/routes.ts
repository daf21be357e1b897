import {
  createExternalRouteRef,
  createRouteRef,
} from '@backstage/frontend-plugin-api';

/** Whether GitHub refuses merges: a tab of the page of locks. */
export const mergesRouteRef = createRouteRef();

/** Where one freezes and unfreezes. */
export const locksRouteRef = createExternalRouteRef({
  defaultTarget: 'sphera-locks.root',
});
