import { fillTemplate } from '@sphera/plugin-fleet-node';
import type {
  ArgoCdSettings,
  RollbackSettings,
} from '../../settings/RollbackSettings';
import type { Applications } from './Applications';
import { ArgoCdRefusal } from './argoCdError';
import { ArgoCdServer } from './ArgoCdServer';
import { isAutomatic, isSynced } from './ArgoApplication';
import { readApplication, refreshApplication } from './readApplication';
import { toApplication } from './toApplication';

/**
 * The applications of every Argo CD server of the configuration; the first that deploys to a cluster has it.
 *
 * @param answerWithin - in milliseconds, for each call
 */
export function openApplications({
  settings,
  answerWithin,
}: {
  settings: Pick<RollbackSettings, 'argoCd'>;
  answerWithin?: number;
}): Applications {
  const servers = settings.argoCd.map(each => ({
    settings: each,
    server: new ArgoCdServer(each, { answerWithin }),
  }));
  const find = (cluster: string) =>
    servers.find(each => each.settings.clusters?.includes(cluster) ?? true);

  function serverOf(cluster: string): ArgoCdServer {
    const found = find(cluster);
    if (!found) throw new Error(`No Argo CD deploys to ${cluster}`);
    return found.server;
  }

  return {
    nameOf(place) {
      const found = find(place.cluster);
      return found && nameOf(place, found.settings);
    },

    async refresh(cluster, name) {
      const server = serverOf(cluster);
      const { application, parent } = await refreshApplication(server, name);
      return toApplication(application, parent, server.url);
    },

    async get(cluster, name) {
      const server = serverOf(cluster);
      const { application, parent } = await readApplication(server, name);
      return toApplication(application, parent, server.url);
    },

    async sync(cluster, name, revision) {
      const server = serverOf(cluster);
      const { application, parent } = await readApplication(server, name);
      if (parent && !isSynced(parent)) {
        await syncOne(server, parent.metadata.name, {});
        return;
      }
      // The commit is none of an application that another one brings, nor of one of several sources; and one that is synced by
      // itself goes to no single commit. To what it follows each can be synced.
      const isPinned =
        !parent && !application.spec.sources && !isAutomatic(application);
      await syncOne(server, name, isPinned ? { revision } : {});
    },
  };
}

/** Asked again while it runs, nothing happens: Argo CD has one operation at a time for an application. */
async function syncOne(
  server: ArgoCdServer,
  name: string,
  body: { revision?: string },
): Promise<void> {
  try {
    await server.ask('sync', name, { path: '/sync', body });
  } catch (error) {
    const isRunning =
      error instanceof ArgoCdRefusal &&
      /another operation is already in progress/i.test(error.words);
    if (!isRunning) throw error;
  }
}

function nameOf(
  place: Parameters<Applications['nameOf']>[0],
  { application }: ArgoCdSettings,
): string | undefined {
  if (!application) return place.owner;
  const { service, environment, region, cluster } = place;
  return fillTemplate(application, {
    service: service.name,
    environment,
    region,
    cluster,
  });
}
