import { SERVICE_NEEDS } from '@sphera/plugin-creation-common';
import { REGION } from '../../__testUtils__/startOutside';
import type { TemplateName } from './readTemplate';

/** What people fill in, with all that has to be quoted somewhere. */
export const ANSWERS = {
  name: 'parcel-fares',
  purpose: `Says what a "parcel" costs: weight & size, from \${{ 7 * 6 }} cent # {% raw %} it's {{ cheap }} 📦`,
  owner: 'group:default/booking',
  regions: [REGION],
  needs: ['http'],
};

/** The ways in which the templates are tried. */
export const CASES: Array<{
  title: string;
  template: TemplateName;
  answers: typeof ANSWERS & { system?: string };
}> = [
  ...[[], ...SERVICE_NEEDS.map(need => [need]), [...SERVICE_NEEDS]].map(
    needs => ({
      title: `a microservice that needs ${needs.join(', ') || 'nothing'}`,
      template: 'microservice' as const,
      answers: { ...ANSWERS, needs },
    }),
  ),
  {
    title: 'a microservice of a system in every region',
    template: 'microservice',
    answers: {
      ...ANSWERS,
      needs: ['http'],
      system: 'system:default/selling',
      regions: [REGION, 'us-east-1'],
    },
  },
  {
    title: 'a microfrontend',
    template: 'microfrontend',
    answers: ANSWERS,
  },
  {
    title: 'a microfrontend of a system in every region',
    template: 'microfrontend',
    answers: {
      ...ANSWERS,
      system: 'system:default/selling',
      regions: [REGION, 'us-east-1'],
    },
  },
];
