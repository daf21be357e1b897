import { FlagConflictError } from '../errors';
import { namespaceOfKey } from './namespaceOf';
import type { NamespaceStore } from './NamespaceStore';

/** @throws FlagConflictError where the key of a new flag belongs to another service */
export async function checkNamespace(
  namespaces: Pick<NamespaceStore, 'ownerOf'>,
  { flag, service }: { flag: string; service: string },
): Promise<void> {
  const namespace = namespaceOfKey(flag);
  const owner = await namespaces.ownerOf(namespace);
  if (owner === undefined || owner === service) return;
  throw new FlagConflictError(
    `Flags called ${namespace} or ${namespace}.… belong to ${owner}: choose another key`,
  );
}
