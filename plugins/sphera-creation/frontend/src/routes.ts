import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** Creations that are, and that were: a tab of the page of templates. */
export const creationsRouteRef = createRouteRef();

/** One creation, from the form to the running service. */
export const creationRouteRef = createSubRouteRef({
  parent: creationsRouteRef,
  path: '/:id',
});

/** Where a template is chosen. */
export const templatesRouteRef = createExternalRouteRef({
  defaultTarget: 'scaffolder.root',
});

/** The task of the scaffolder that creates a service, with its log and its way to try again. */
export const taskRouteRef = createExternalRouteRef({
  params: ['taskId'],
  defaultTarget: 'scaffolder.ongoingTask',
});
