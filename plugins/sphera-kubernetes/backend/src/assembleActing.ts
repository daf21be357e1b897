import { randomUUID } from 'node:crypto';
import type { DatabaseService } from '@backstage/backend-plugin-api';
import type { ServiceDirectory } from '@sphera/plugin-operations-node';
import type { ClusterClients } from './adapters/ClusterClient';
import { allowedBounds } from './bounds/allowedBounds';
import { AutoscalerBounds } from './bounds/AutoscalerBounds';
import { isSettled, toOverride } from './bounds/BoundsOverride';
import { FallBack } from './bounds/FallBack';
import { LostAnswers } from './bounds/LostAnswers';
import { overwritten } from './bounds/overwritten';
import { StandingBounds } from './bounds/StandingBounds';
import type { FleetMemory } from './fleet/FleetMemory';
import { Logs } from './logs/Logs';
import type { Deeds } from './reading/ReadingParts';
import { RestartRecords } from './restarts/RestartRecords';
import { Restarts } from './restarts/Restarts';
import type { KubernetesSettings } from './settings/KubernetesSettings';
import { openStores } from './storage/openStores';

/** Puts the parts together that act on clusters, and what answers show of their deeds. */
export async function assembleActing(deps: {
  database: DatabaseService;
  directory: Pick<ServiceDirectory, 'get'>;
  memory: FleetMemory;
  clients: ClusterClients;
  settings: Pick<KubernetesSettings, 'coolDown' | 'guardrails'>;
}) {
  const { memory, settings } = deps;
  const { coolDown, guardrails: rules } = settings;
  const stores = await openStores(deps.database);
  const now = () => Date.now();
  const newId = randomUUID;

  const standing = new StandingBounds(() => stores.bounds.standing());
  await standing.refresh();
  const ofRestarts = { ...deps, store: stores.restarts, now };
  const records = new RestartRecords(ofRestarts);
  const restarts = new Restarts({ ...ofRestarts, records, coolDown, newId });
  const ofBounds = { ...deps, rules, store: stores.bounds, standing, now };
  const deeds: Deeds = {
    allowed({ service, sight }, autoscaler, owners) {
      const { environment } = sight.cluster;
      const place = { service, environment };
      return allowedBounds({ autoscaler, place, owners, rules });
    },
    async override({ sight }, { namespace, name }) {
      const cluster = sight.cluster.name;
      const found = standing.of({ cluster, namespace, name });
      return found && isSettled(found) ? toOverride(found) : undefined;
    },
    latestRestart: owned => records.latest(owned),
    whyNotRestartable: owned => restarts.whyNot(owned),
    overwritten: async () => overwritten(standing.all(), memory, now()),
  };
  return {
    restarts,
    records,
    bounds: new AutoscalerBounds({ ...ofBounds, newId }),
    fallBack: new FallBack(ofBounds),
    lostAnswers: new LostAnswers(ofBounds),
    logs: new Logs(deps),
    standing,
    stores,
    now,
    deeds,
  };
}

/** What acts on clusters, put together. */
export type Acting = Awaited<ReturnType<typeof assembleActing>>;
