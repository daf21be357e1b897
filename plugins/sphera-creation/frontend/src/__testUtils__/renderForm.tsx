import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { CreationPlanField } from '../fields/plan/CreationPlanField';
import { refusePlanWithProblems } from '../fields/plan/CreationPlan';
import { refuseTakenName } from '../fields/name/ServiceName';
import { ServiceNameField } from '../fields/name/ServiceNameField';
import { refuseNowhere } from '../fields/regions/ServiceRegions';
import { ServiceRegionsField } from '../fields/regions/ServiceRegionsField';
import { CreationsOfTest } from './CreationsOfTest';
import { renderCreations } from './renderCreations';

const fields: any[] = [
  {
    name: 'ServiceName',
    component: ServiceNameField,
    validation: refuseTakenName,
  },
  {
    name: 'ServiceRegions',
    component: ServiceRegionsField,
    validation: refuseNowhere,
  },
  {
    name: 'CreationPlan',
    component: CreationPlanField,
    validation: refusePlanWithProblems,
  },
];

const nameStep = {
  title: 'What it is',
  schema: {
    required: ['name'],
    properties: {
      name: { type: 'string', title: 'Name', 'ui:field': 'ServiceName' },
    },
  },
};

const regionsStep = {
  title: 'Where it runs',
  schema: {
    properties: {
      regions: {
        type: 'array',
        title: 'Regions',
        items: { type: 'string' },
        'ui:field': 'ServiceRegions',
      },
    },
  },
};

const planStep = {
  title: 'All that will be created',
  schema: {
    properties: {
      plan: {
        type: 'boolean',
        'ui:field': 'CreationPlan',
        'ui:options': {
          kind: 'microservice',
          pages: { 'What it is': ['name'], 'Where it runs': ['regions'] },
        },
        'ui:backstage': { review: { show: false } },
      },
    },
  },
};

const PAGES = { name: nameStep, regions: regionsStep, plan: planStep };

/** The scaffolder's own form, with the named pages of a template, and what somebody has answered before. */
export function renderForm(
  pages: (keyof typeof PAGES)[],
  options: {
    creations?: CreationsOfTest;
    answers?: Record<string, any>;
  } = {},
) {
  const { creations, answers = {} } = options;
  const onCreate = jest.fn();
  const room = renderCreations(
    <Stepper
      manifest={{ title: 'Microservice', steps: pages.map(one => PAGES[one]) }}
      extensions={fields}
      formProps={{ EXPERIMENTAL_theme: 'bui' }}
      initialState={answers}
      onCreate={onCreate}
    />,
    { creations },
  );
  return { ...room, onCreate };
}
