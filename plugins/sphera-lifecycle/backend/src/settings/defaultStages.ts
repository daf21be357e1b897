import {
  type Fleet,
  isProductionLike,
  titleOf,
} from '@sphera/plugin-fleet-common';
import type { WrittenStage, WrittenStep } from './settingsSchema';

type Draft = Partial<WrittenStep> & Pick<WrittenStep, 'name' | 'title'>;

const IN_THE_BROWSER = ['microfrontend', 'website'];

const SEE_ENTRY = {
  title: 'See its catalog entry',
  page: '/catalog/{namespace}/component/{name}',
};

/** The path that a portal has whose configuration describes none: in the environments of its fleet. */
export function defaultStages(
  { environments }: Pick<Fleet, 'environments'>,
  approvers: string[],
): WrittenStage[] {
  const names = environments.map(({ name }) => name);
  const before = names.filter(name => !isProductionLike(name));
  const [first] = before;
  const development = before.find(name => /dev/i.test(name)) ?? first;
  const staging = before[before.length - 1];
  const production = names.filter(isProductionLike).pop();
  const titled = (name?: string) => name && titleOf(environments, name);
  const page = (tab: string) => `/catalog/{namespace}/component/{name}/${tab}`;
  return [
    stage('design-review', 'Design review', [
      {
        name: 'review',
        title: 'Review of the design',
        description:
          'Before code is written: what the service is for, what it owns, whom it depends on',
        approvers,
      },
    ]),
    stage('repository', 'Repository', [
      {
        name: 'repository',
        title: 'Repository',
        facts: ['repository-exists'],
        action: SEE_ENTRY,
      },
    ]),
    stage('ci', 'CI', [
      {
        name: 'build',
        title: 'Build of the main branch',
        facts: ['main-build-passed'],
      },
      {
        name: 'image',
        title: 'Image',
        facts: ['image-pushed'],
      },
    ]),
    stage('development', 'Development', [
      {
        name: 'runs',
        title: `Deployed in ${titled(development)}`,
        facts: of(development, 'deployed-in'),
        action: { title: 'See its deployments', page: page('deployments') },
      },
    ]),
    stage('secrets', 'Secrets', [
      {
        name: 'secrets',
        title: `Secrets of ${titled(first)}`,
        facts: of(first, 'secrets-complete'),
        optionalFor: IN_THE_BROWSER,
        action: { title: 'Add the missing secrets', page: page('secrets') },
      },
    ]),
    stage('resources', 'Remote resources', [
      {
        name: 'resources',
        title: 'Resources',
        description:
          'What it depends on is in the catalog, so that everybody finds whom a change concerns',
        facts: ['resources-known'],
        optionalFor: IN_THE_BROWSER,
        action: SEE_ENTRY,
      },
    ]),
    stage('staging', 'Staging', [
      {
        name: 'healthy',
        title: `Healthy in ${titled(staging)}`,
        facts: of(staging, 'healthy-in'),
        action: { title: 'See its deployments', page: page('deployments') },
      },
    ]),
    stage('readiness', 'Production readiness', [
      {
        name: 'ownership',
        title: 'Owners and links',
        facts: ['owner-set', 'links-set'],
        action: SEE_ENTRY,
      },
      {
        name: 'documentation',
        title: 'Documentation',
        facts: ['docs-exist'],
        action: SEE_ENTRY,
      },
      {
        name: 'resilience',
        title: 'Autoscaler and disruption budget',
        facts: of(staging, 'autoscaler-in', 'disruption-budget-in'),
        optionalFor: IN_THE_BROWSER,
      },
      {
        name: 'go',
        title: 'Go for production',
        approvers,
        after: ['ownership', 'documentation', 'resilience'],
      },
    ]),
    stage('production', 'Production', [
      {
        name: 'running',
        title: `Healthy in ${titled(production)}`,
        facts: of(production, 'healthy-in'),
        action:
          staging && production
            ? {
                title: `Promote from ${titled(staging)} to ${titled(
                  production,
                )}`,
                promote: { from: staging, to: production },
              }
            : undefined,
      },
    ]),
    {
      ...stage('retired', 'Retired', [
        {
          name: 'declared',
          title: 'Declared as retired',
          facts: ['retired-declared'],
        },
        { name: 'gone', title: 'Runs nowhere', facts: ['runs-nowhere'] },
      ]),
      enteredWhen: 'retired-declared',
    },
  ];
}

function of(environment: string | undefined, ...facts: string[]) {
  return environment === undefined
    ? []
    : facts.map(fact => `${fact}:${environment}`);
}

function stage(name: string, title: string, steps: Draft[]): WrittenStage {
  return {
    name,
    title,
    steps: steps.map(step => ({ optional: false, after: [], ...step })),
  };
}
