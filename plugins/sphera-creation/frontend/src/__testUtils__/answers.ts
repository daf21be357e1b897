import {
  checkName,
  type Creation,
  CREATION_STEPS,
  type CreationStep,
  type CreationStepState,
  NAME_PLACES,
  planCreation,
} from '@sphera/plugin-creation-common';
import type { OutputOf } from '@sphera/plugin-operations-common';

type NameAnswer = OutputOf<typeof checkName>;
type Finding = NameAnswer['findings'][number];
type Plan = OutputOf<typeof planCreation>;

const TITLES: Record<CreationStep, string> = {
  repository: 'Repository on GitHub',
  'image-repository': 'Image repository',
  pipeline: 'Pipeline',
  manifests: 'Manifests',
  catalog: 'Catalog entry',
  secrets: 'First secrets',
  flags: 'Flag namespace',
  lifecycle: 'Life cycle',
};

/** What every place answers of a name; free where nothing else is said. */
export function nameAnswer(
  name: string,
  findings: Partial<Record<Finding['where'], Omit<Finding, 'where'>>> = {},
): NameAnswer {
  const all = NAME_PLACES.map(where => ({
    where,
    state: 'free' as const,
    sentence: 'Nothing has this name',
    ...findings[where],
  }));
  return {
    name,
    isFree: all.every(one => one.state === 'free'),
    findings: all,
  };
}

/** What would be created for a service; the pipeline is left out. */
export function plan(fields: Partial<Plan> = {}): Plan {
  return {
    items: CREATION_STEPS.map(name => ({
      step: name,
      title: TITLES[name],
      details: [`Details of ${name}`],
      link:
        name === 'repository'
          ? { title: 'Repository', url: 'https://git.example/company/quotes' }
          : undefined,
      skipped: name === 'pipeline' ? 'The company has no Codefresh' : undefined,
    })),
    problems: [],
    ...fields,
  };
}

/** One step as it stands. */
export function step(
  name: CreationStep,
  state: CreationStepState['state'],
  fields: Partial<CreationStepState> = {},
): CreationStepState {
  return { step: name, title: TITLES[name], state, links: [], ...fields };
}

/** All steps: those before the named one are done, those after it wait. */
export function stepsUpTo(
  name: CreationStep,
  state: CreationStepState['state'],
  sentence?: string,
): CreationStepState[] {
  const at = CREATION_STEPS.indexOf(name);
  return CREATION_STEPS.map((one, index) => {
    if (index < at) return step(one, 'done');
    return index === at ? step(one, state, { sentence }) : step(one, 'waiting');
  });
}

/** A creation that is under way. */
export function creation(fields: Partial<Creation> = {}): Creation {
  return {
    id: 'creation-8',
    state: 'running',
    draft: {
      kind: 'microservice',
      name: 'parcel-quotes',
      owner: 'group:default/booking',
      purpose: 'Prices a parcel before it is booked',
      needs: ['http'],
      regions: ['eu', 'us'],
    },
    service: 'component:default/parcel-quotes',
    startedAt: new Date().toISOString(),
    startedBy: 'user:default/dana',
    task: 'task-3',
    steps: stepsUpTo('manifests', 'running'),
    links: [],
    ...fields,
  };
}

/** One whose steps are all done. */
export function done(fields: Partial<Creation> = {}): Creation {
  return creation({
    state: 'done',
    endedAt: new Date().toISOString(),
    steps: CREATION_STEPS.map(name => step(name, 'done')),
    links: [
      { title: 'Repository', url: 'https://git.example/company/parcel-quotes' },
    ],
    ...fields,
  });
}

/** One that failed while its image repository was made. */
export function stopped(fields: Partial<Creation> = {}): Creation {
  return creation({
    state: 'stopped',
    steps: stepsUpTo('image-repository', 'failed', 'AWS does not answer'),
    ...fields,
  });
}
