import { ServiceUnavailableError } from '@backstage/errors';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type { Operation, Target } from '@sphera/plugin-operations-common';
import type { FieldProblem } from '../errors';
import type { TargetResource } from '../permissions/targetResource';
import type { ServiceDirectory } from '../ServiceDirectory';
import { inputError } from './parseInput';

/**
 * The target with its owners, after making sure that it exists (unless the
 * operation answers for unknown ones itself).
 * @throws ServiceUnavailableError where the catalog cannot be asked, InputError naming the service, environment, region or cluster that does not.
 */
export async function resolveTarget(
  operation: Operation,
  target: Target,
  world: { fleet: Fleet; directory: ServiceDirectory },
): Promise<TargetResource> {
  const { fleet, directory } = world;
  const service =
    target.service === undefined
      ? undefined
      : await directory
          .get(target.service, {
            // Whoever changes something is judged by today's owners, not by memory's.
            fresh: operation.effect !== 'read',
          })
          .catch(() => {
            throw new ServiceUnavailableError(
              `"${operation.title}" was not carried out, because the software catalog does not answer right now. Try again in a moment`,
            );
          });
  const resolved = { ...target, owners: service?.owners ?? [] };
  if (operation.unknownTargets === 'answer') return resolved;

  const problems: FieldProblem[] = [
    ...notAmong('environment', target.environment, fleet.environments),
    ...notAmong('region', target.region, fleet.regions),
    ...notAmong('cluster', target.cluster, fleet.clusters),
  ];
  if (target.service !== undefined && !service) {
    problems.push({
      field: 'service',
      message: `must be a service of the catalog: it has no ${target.service}`,
    });
  }
  if (problems.length > 0) throw inputError(operation, problems);
  return resolved;
}

function notAmong(
  field: string,
  name: string | undefined,
  places: Array<{ name: string }>,
): FieldProblem[] {
  if (name === undefined || places.some(place => place.name === name))
    return [];
  const names = places.map(place => place.name).join(', ');
  return [{ field, message: `must be one of ${names || '(none configured)'}` }];
}
