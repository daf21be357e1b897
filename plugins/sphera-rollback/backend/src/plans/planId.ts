import { createHash } from 'node:crypto';
import type { Plan } from '@sphera/plugin-rollback-common';
import type { PlannedChange } from './PlanParts';

const LENGTH = 20;

/** Another one when the files, or what would be written into them, are no longer what somebody saw. Time is not in it. */
export function planId(
  { files }: Pick<PlannedChange, 'files'>,
  plan: Pick<Plan, 'service' | 'environment' | 'regions' | 'version'>,
): string {
  const seen = [
    plan.service,
    plan.environment,
    plan.regions,
    plan.version,
    files.map(({ file, text, version, to }) => [
      file.repository,
      file.path,
      file.clusters,
      version,
      to,
      text,
    ]),
  ];
  return createHash('sha256')
    .update(JSON.stringify(seen))
    .digest('hex')
    .slice(0, LENGTH);
}
