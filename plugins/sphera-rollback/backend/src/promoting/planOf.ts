import { createHash } from 'node:crypto';
import { type Fleet, titleOf } from '@sphera/plugin-fleet-common';
import { listLocks, type Lock } from '@sphera/plugin-locks-common';
import { allPages, FieldError } from '@sphera/plugin-operations-node';
import type {
  PromotedFile,
  PromotionPlan,
} from '@sphera/plugin-rollback-common';
import { lookAtFleet } from '../plans/FleetSight';
import { imageState } from '../plans/imageState';
import { touchedClusters } from '../plans/touchedClusters';
import { unifiedDiff } from '../plans/unifiedDiff';
import { serviceOf } from '../reading/serviceOf';
import { lookAtOrigin } from './lookAtOrigin';
import { obstaclesTo } from './obstaclesTo';
import type { PlannedPromotion } from './PlannedPromotion';
import type { PromotingParts } from './PromotingParts';
import type { PromotionWish } from './PromotionWish';
import type { TargetFile } from './TargetFile';
import { checkRegions, targetFiles } from './targetFiles';
import { versionOf } from './versionOf';

const PAGE = 200;
const ID_LENGTH = 20;

/**
 * Works out what a promotion would do.
 * @param maxAge - how old what is known of the repository may be, in milliseconds
 * @throws FieldError (service, from, to, regions), NoLayoutError, RepositoryError
 */
export async function planOf(
  parts: PromotingParts,
  wish: PromotionWish,
  maxAge: number = parts.settings.fetchEvery,
): Promise<PlannedPromotion> {
  const { fleet, layouts, repositories } = parts;
  const { from, to } = wish;
  checkEnvironments(fleet, wish);
  const service = await serviceOf(parts.directory, wish.service);
  const declared = layouts.filesOf(service, to);
  checkRegions(declared, wish);
  const repository = repositories.get(declared[0].repository);
  const target = { service: service.ref, environment: to };
  const [origin, head, sight, locks, running, way] = await Promise.all([
    lookAtOrigin(parts, service, from, maxAge),
    repository.head({ maxAge }),
    lookAtFleet(parts.clusters, service.ref, to),
    allPages<Lock>(cursor =>
      parts.operations.ask(listLocks, { ...target, limit: PAGE, cursor }),
    ),
    parts.store.running(service.ref, to),
    parts.ways.of(repository.name),
  ]);
  const chosen = versionOf(fleet, service, origin, wish.version);
  const { version } = chosen;
  const found =
    version === undefined
      ? { files: [], obstacles: [], warnings: [] }
      : await targetFiles(parts, declared, {
          service,
          origin,
          wish,
          version,
          commit: head.commit,
        });
  const image =
    version === undefined
      ? 'unknown'
      : await imageState(parts.images, origin.deployments, [version]);
  const inTheWay = locks.filter(({ actions }) => actions.includes('deploy'));
  const clusters = touchedClusters(
    fleet,
    found.files.map(one => ({
      file: one.file,
      version: one.version ?? version!,
      to: version!,
    })),
    sight,
  );
  const plan: Omit<PromotionPlan, 'id'> = {
    service: service.ref,
    from,
    to,
    version,
    regions: fleet.regions
      .map(({ name }) => name)
      .filter(name => found.files.some(one => one.file.regions.includes(name))),
    files: found.files.map(one => toAnswer(one, version!)),
    clusters,
    locks: inTheWay,
    image,
    way,
    warnings: [
      ...(head.stale ? [head.stale] : []),
      ...chosen.warnings,
      ...found.warnings,
    ],
    obstacles: [
      ...chosen.obstacles,
      ...obstaclesTo({
        where: titleOf(fleet.environments, to),
        service,
        version,
        image,
        files: found.files,
        locks: inTheWay,
        running,
      }),
      // Whoever does not run yet need not hear what else is missing.
      ...(chosen.obstacles.length > 0 ? [] : found.obstacles),
    ],
  };
  return {
    service,
    plan: { id: idOf(plan, found.files), ...plan },
    files: found.files,
  };
}

function checkEnvironments(fleet: Fleet, { from, to }: PromotionWish): void {
  const names = fleet.environments.map(({ name }) => name);
  if (!names.includes(from)) {
    throw new FieldError('from', `must be one of ${names.join(', ')}`);
  }
  if (from === to) {
    throw new FieldError('to', `must be another environment than ${from}`);
  }
}

/** What becomes of a file, as answers have it. */
function toAnswer(one: TargetFile, version: string): PromotedFile {
  const { spot, ...file } = one.file;
  return {
    ...file,
    from: one.version,
    to: version,
    source: one.source,
    diff: unifiedDiff(file.path, one.text ?? '', one.written),
  };
}

/** Another one when the files, or what would be written into them, are no longer what somebody saw. Time is not in it. */
function idOf(
  { service, from, to, version }: Omit<PromotionPlan, 'id'>,
  files: TargetFile[],
): string {
  const seen = [
    [service, from, to, version],
    files.map(({ file, text, written }) => [
      file.repository,
      file.path,
      text,
      written,
    ]),
  ];
  return createHash('sha256')
    .update(JSON.stringify(seen))
    .digest('hex')
    .slice(0, ID_LENGTH);
}
