import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '@backstage/config';

/**
 * Where the clones of a capability are unless somebody says otherwise: portals on one machine do not share theirs.
 * @param capability - `sphera-rollback`
 */
export function cloneFolderOf(config: Config, capability: string): string {
  const address = config.getOptionalString('backend.baseUrl') ?? 'localhost';
  const portal = address
    .replace(/^\w+:\/\//, '')
    .replace(/[^A-Za-z0-9]+/g, '-');
  return join(tmpdir(), `${capability}-${portal}`);
}
