import type { Config } from '@backstage/config';

const OURS = 'sphera/';

/** Whether a check or status is one of the portal's own: a freeze of merges is no build that failed. */
export function ownChecks(config: Config): (name: string) => boolean {
  const context = config.getOptionalString('sphera.merges.context');
  return name => name.startsWith(OURS) || name === context;
}
