import type { Draft } from '@sphera/plugin-creation-common';
import type { ActingParts } from '../acting/ActingParts';
import { manifestPath, targetsOf } from '../creations/targetsOf';
import { type Finding, NameChecks } from './NameChecks';

/** Nobody types meanwhile: as long as the places themselves are waited for. */
const ANSWER_WITHIN_MS = 30_000;

/** Why a service cannot be created as somebody wants it. */
export interface Problem {
  /** Field of the draft; absent: it is about none of them. */
  field?: keyof Draft;
  /** With a field: how the sentence goes on that begins with it. */
  message: string;
  /** Trying again later can help. */
  isPassing?: boolean;
}

/** All that stands in the way of a new service; nothing: it can be created. @param draft - canonical */
export async function problemsOf(
  parts: ActingParts,
  draft: Draft,
): Promise<Problem[]> {
  const { repositories } = parts;
  const found = await Promise.all([
    nameProblems(parts, draft),
    placeProblems(parts, draft),
    entityProblem(parts, 'owner', draft.owner),
    draft.system ? entityProblem(parts, 'system', draft.system) : [],
  ]);
  const unset: Problem[] = repositories
    ? []
    : [
        {
          message:
            'Repositories cannot be created here: name the organization in sphera.creation.github of the configuration',
        },
      ];
  return [...unset, ...found.flat()];
}

/** A problem as a whole sentence. */
export const sentenceOf = ({ field, message }: Problem): string =>
  field ? `${field} ${message}` : message;

async function nameProblems(
  parts: ActingParts,
  draft: Draft,
): Promise<Problem[]> {
  const { findings } = await new NameChecks(parts).ask(
    draft.name,
    ANSWER_WITHIN_MS,
  );
  return findings.flatMap(finding => problemIn(finding, draft.name));
}

function problemIn({ state, sentence }: Finding, name: string): Problem[] {
  switch (state) {
    case 'free':
      return [];
    case 'unknown':
      return [{ message: sentence, isPassing: true }];
    default:
      return [{ field: 'name', message: `cannot be ${name}: ${sentence}` }];
  }
}

async function placeProblems(
  { fleet, settings, manifests }: ActingParts,
  draft: Draft,
): Promise<Problem[]> {
  const targets = targetsOf(draft, fleet, settings.manifests);
  const without = draft.regions.filter(
    region => !targets.some(target => target.region === region),
  );
  if (without.length > 0) {
    const known = fleet.regions
      .map(({ name }) => name)
      .filter(name => fleet.clusters.some(({ region }) => region === name));
    return [
      {
        field: 'regions',
        message: `must have clusters: ${without.join(
          ', ',
        )} has none; these have: ${known.join(', ')}`,
      },
    ];
  }
  if (!manifests || !settings.manifests) return [];
  const paths = targets.map(target =>
    manifestPath(settings.manifests!, draft.name, target),
  );
  try {
    const [there] = await manifests.among(paths);
    if (!there) return [];
    return [
      {
        field: 'name',
        message: `cannot be ${draft.name}: the GitOps repository has ${there} already`,
      },
    ];
  } catch (error) {
    return [{ message: (error as Error).message, isPassing: true }];
  }
}

async function entityProblem(
  { catalog, auth }: ActingParts,
  field: 'owner' | 'system',
  ref: string,
): Promise<Problem[]> {
  try {
    const credentials = await auth.getOwnServiceCredentials();
    const entity = await catalog.getEntityByRef(ref, { credentials });
    const kinds = field === 'owner' ? ['group', 'user'] : ['system'];
    if (entity && kinds.includes(entity.kind.toLowerCase())) return [];
  } catch {
    return [
      { message: 'The catalog does not answer just now', isPassing: true },
    ];
  }
  return [
    {
      field,
      message: `must be a ${
        field === 'owner' ? 'group' : 'system'
      } of the catalog: it has no ${ref}`,
    },
  ];
}
