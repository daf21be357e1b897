import {
  createFrontendPlugin,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  FormFieldBlueprint,
  scaffolderTemplateOutputsBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { RiSeedlingLine } from '@remixicon/react';
import {
  CREATION_ANNOTATION,
  SERVICE_KINDS,
} from '@sphera/plugin-creation-common';
import { CreationOutputs } from './end/CreationOutputs';
import { useOriginMenuItem } from './menu/useOriginMenuItem';
import {
  creationRouteRef,
  creationsRouteRef,
  taskRouteRef,
  templatesRouteRef,
} from './routes';

/** A tab of the page on which one chooses a template. */
const creations = SubPageBlueprint.make({
  name: 'creations',
  attachTo: { id: 'page:scaffolder', input: 'pages' },
  params: {
    path: 'creations',
    title: 'Creations',
    routeRef: creationsRouteRef,
    loader: () =>
      import('./pages/CreationPages').then(m => <m.CreationPages />),
  },
});

/** No item of the navigation: it only leads there. */
const shortAddress = PageBlueprint.make({
  params: {
    path: '/creations',
    noHeader: true,
    loader: () => import('./pages/ShortAddress').then(m => <m.ShortAddress />),
  },
});

const menuItem = EntityContextMenuItemBlueprint.make({
  name: 'origin',
  params: {
    icon: <RiSeedlingLine size={16} />,
    filter: {
      kind: 'component',
      [`metadata.annotations.${CREATION_ANNOTATION}`]: { $exists: true },
    },
    useProps: useOriginMenuItem,
  },
});

const outputs = scaffolderTemplateOutputsBlueprint.make({
  params: {
    component: CreationOutputs,
    templateRefs: SERVICE_KINDS.map(kind => `template:default/${kind}`),
  },
});

const nameField = FormFieldBlueprint.make({
  name: 'service-name',
  params: {
    field: () => import('./fields/name/ServiceName').then(m => m.ServiceName),
  },
});

const regionsField = FormFieldBlueprint.make({
  name: 'service-regions',
  params: {
    field: () =>
      import('./fields/regions/ServiceRegions').then(m => m.ServiceRegions),
  },
});

const planField = FormFieldBlueprint.make({
  name: 'creation-plan',
  params: {
    field: () => import('./fields/plan/CreationPlan').then(m => m.CreationPlan),
  },
});

/** Creation: the fields of its forms, how it goes, and the way to it from a service. */
export default createFrontendPlugin({
  pluginId: 'sphera-creation',
  title: 'Creations',
  icon: <RiSeedlingLine />,
  routes: { root: creationsRouteRef, creation: creationRouteRef },
  externalRoutes: { templates: templatesRouteRef, task: taskRouteRef },
  info: { packageJson: () => import('../package.json') },
  extensions: [
    creations,
    shortAddress,
    menuItem,
    outputs,
    nameField,
    regionsField,
    planField,
  ],
});
