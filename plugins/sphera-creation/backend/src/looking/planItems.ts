import type { Draft, planCreation } from '@sphera/plugin-creation-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import { counted } from '@sphera/plugin-operations-node';
import type { ActingParts } from '../acting/ActingParts';
import { teamsOf } from '../acting/teamsOf';
import { STEP_TITLES } from '../creations/steps';
import { manifestPath, targetsOf } from '../creations/targetsOf';
import { NEEDS_WITH_PASSWORD } from './needsWithPassword';

type PlanItem = OutputOf<typeof planCreation>['items'][number];
type PlanPart = Omit<PlanItem, 'title'>;

/** All that a template makes for a service, in the order in which it is made. @param draft - canonical */
export async function planItems(
  parts: ActingParts,
  draft: Draft,
): Promise<PlanItem[]> {
  const items: PlanPart[] = [
    await repositoryPart(parts, draft),
    imagesPart(parts, draft),
    pipelinePart(parts, draft),
    manifestsPart(parts, draft),
    {
      step: 'catalog',
      details: [
        `component:default/${draft.name}`,
        `Owner: ${draft.owner}`,
        ...(draft.system ? [`System: ${draft.system}`] : []),
      ],
    },
    secretsPart(parts, draft),
    { step: 'flags', details: [`Keys ${draft.name} and ${draft.name}.…`] },
    {
      step: 'lifecycle',
      details: ['Its way to production begins at the first stage'],
    },
  ];
  return items.map(item => ({ ...item, title: STEP_TITLES[item.step] }));
}

async function repositoryPart(
  parts: ActingParts,
  { name, owner }: Draft,
): Promise<PlanPart> {
  const { repositories, settings } = parts;
  const { github } = settings;
  if (!repositories || !github) {
    return {
      step: 'repository',
      details: [],
      skipped: 'No organization is set up: sphera.creation.github',
    };
  }
  const teams = await teamsOf(parts, owner).catch(() => github.teams);
  const list = (label: string, all: string[]) =>
    all.length > 0 ? [`${label}: ${all.join(', ')}`] : [];
  return {
    step: 'repository',
    details: [
      `${github.organization}/${name}`,
      pullRequestsIn(github.requiredApprovals),
      ...list('Required checks', github.requiredChecks),
      ...list(
        'Teams',
        teams.map(({ slug, permission }) => `${slug} (${permission})`),
      ),
      ...list(
        'Labels',
        github.labels.map(label => label.name),
      ),
      ...list('Topics', github.topics),
    ],
    link: { title: 'Repository', url: repositories.urlOf(name) },
  };
}

function pullRequestsIn(approvals: number): string {
  const alone = 'main takes pull requests alone';
  if (approvals === 0) return `${alone}, without a review`;
  return `${alone}, with ${counted(approvals, 'review')}`;
}

function imagesPart({ images, settings }: ActingParts, { name }: Draft) {
  return images
    ? {
        step: 'image-repository' as const,
        details: [
          images.imageOf(name),
          'Tags cannot be moved, images are scanned',
          `The newest ${settings.images!.keep} images are kept`,
        ],
        link: { title: 'Images', url: images.urlOf(name) },
      }
    : {
        step: 'image-repository' as const,
        details: [],
        skipped: 'No registry is set up: sphera.creation.images',
      };
}

function pipelinePart({ pipelines }: ActingParts, { name }: Draft): PlanPart {
  return pipelines
    ? {
        step: 'pipeline',
        details: [pipelines.nameOf(name), 'GitHub Actions besides'],
        link: { title: 'Pipeline', url: pipelines.urlOf(name) },
      }
    : {
        step: 'pipeline',
        details: [],
        skipped: 'GitHub Actions run from the files in the repository',
      };
}

function manifestsPart(parts: ActingParts, draft: Draft): PlanPart {
  const { manifests, settings, fleet } = parts;
  if (!manifests || !settings.manifests) {
    return {
      step: 'manifests',
      details: [],
      skipped: 'No GitOps repository is set up: sphera.creation.manifests',
    };
  }
  const { repository } = settings.manifests;
  const targets = targetsOf(draft, fleet, settings.manifests);
  return {
    step: 'manifests',
    details: targets.map(target => {
      const where = `${target.environment}, ${target.region}`;
      return target.isFirst
        ? `${where}: ${manifestPath(
            settings.manifests!,
            draft.name,
            target,
          )} of ${repository}`
        : `${where}: in its own repository, until it is promoted`;
    }),
  };
}

function secretsPart({ fleet }: ActingParts, draft: Draft): PlanPart {
  const places = targetsOf(draft, fleet).map(
    ({ environment, region }) => `${environment}, ${region}`,
  );
  return draft.needs.some(need => NEEDS_WITH_PASSWORD.includes(need))
    ? {
        step: 'secrets',
        details: ['Made up by the portal, never seen by anybody', ...places],
      }
    : { step: 'secrets', details: [], skipped: 'It needs none yet' };
}
