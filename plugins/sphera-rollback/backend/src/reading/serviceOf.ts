import {
  FieldError,
  type ServiceDirectory,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';

/**
 * A service by its entity ref.
 * @throws FieldError where it has left the catalog
 */
export async function serviceOf(
  directory: Pick<ServiceDirectory, 'get'>,
  ref: string,
): Promise<ServiceEntry> {
  const service = await directory.get(ref);
  if (service) return service;
  throw new FieldError(
    'service',
    `must be a service of the catalog: it has no ${ref}`,
  );
}
