import { NeighbourError } from '@sphera/plugin-operations-node';
import { parentOf, type ArgoApplication } from './ArgoApplication';
import type { ArgoCdServer } from './ArgoCdServer';

/** An application, and the one that brings it, if one does. */
export interface FamilyOfApplications {
  application: ArgoApplication;
  parent?: ArgoApplication;
}

/** Reads an application, with the one that brings it. @throws NeighbourError */
export async function readApplication(
  server: ArgoCdServer,
  name: string,
): Promise<FamilyOfApplications> {
  const application = await server.ask('get', name);
  return { application, parent: await parentFor(server, application, '') };
}

/**
 * Has Argo CD look at its sources now. The one that brings it looks first: what it brought is then in what the other is
 * compared with.
 *
 * @throws NeighbourError
 */
export async function refreshApplication(
  server: ArgoCdServer,
  name: string,
): Promise<FamilyOfApplications> {
  const look = { path: '?refresh=normal' };
  const application = await server.ask('get', name, look);
  const parent = await parentFor(server, application, look.path);
  if (!parent) return { application };
  return { application: await server.ask('get', name, look), parent };
}

async function parentFor(
  server: ArgoCdServer,
  application: ArgoApplication,
  path: string,
): Promise<ArgoApplication | undefined> {
  const name = parentOf(application);
  if (!name) return undefined;
  try {
    return await server.ask('get', name, { path });
  } catch (error) {
    // A Helm release may have the same label; and not everybody may see every application.
    if (error instanceof NeighbourError && !error.isPassing) return undefined;
    throw error;
  }
}
