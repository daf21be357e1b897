import type { ServiceView, ViewedDeployment } from '../ServiceView';
import type { ReadingParts } from '../ReadingParts';
import { isWhere, Where } from '../where';

/** The services that are asked for, by entity ref. */
export function viewsAskedFor(
  { views }: Pick<ReadingParts, 'views'>,
  { service }: Where,
): ServiceView[] {
  if (service !== undefined) return [views.of(service)];
  const all = [...views.all().values()];
  return all.sort((a, b) => (a.service < b.service ? -1 : 1));
}

/** The deployments that are asked for: by service, then cluster of the fleet, namespace, name. */
export function deploymentsAskedFor(
  parts: Pick<ReadingParts, 'views'>,
  where: Where,
): ViewedDeployment[] {
  return viewsAskedFor(parts, where).flatMap(({ deployments }) =>
    deployments.filter(({ answer }) => isWhere(where, answer)),
  );
}
