import { NotFoundError } from '@backstage/errors';
import type {
  ServiceDirectory,
  ServiceEntry,
} from '@sphera/plugin-operations-node';

/**
 * A service of the catalog.
 * @throws NotFoundError where it is gone since the call was checked
 */
export async function serviceOf(
  { directory }: { directory: ServiceDirectory },
  ref: string,
): Promise<ServiceEntry> {
  const service = await directory.get(ref);
  if (!service) throw new NotFoundError(`There is no service ${ref}`);
  return service;
}
