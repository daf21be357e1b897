import type { Clock } from '@sphera/plugin-operations-common';
import {
  accessOfPod,
  ClusterApi,
  type ClusterAccess,
} from '../places/ClusterApi';
import { FlagConfigMap } from '../places/FlagConfigMap';
import { FlagFile } from '../places/FlagFile';
import type { FlagPlace } from '../places/FlagPlace';
import { MirroredPlace } from '../places/MirroredPlace';
import type { AgentSettings } from './AgentSettings';
import { SettingsError } from './SettingsError';

/**
 * Where the flags are to be written: the file, the ConfigMap, or the file with the ConfigMap as its copy.
 * @throws SettingsError
 */
export function openPlace(
  settings: Pick<AgentSettings, 'file' | 'configMap' | 'serviceAccountFolder'>,
  env: NodeJS.ProcessEnv,
  clock: Clock,
): FlagPlace {
  const { file, configMap, serviceAccountFolder } = settings;
  const places: FlagPlace[] = [];
  if (file !== undefined) places.push(new FlagFile(file, clock));
  if (configMap) {
    const access = accessOfPod(env, serviceAccountFolder);
    places.push(openConfigMap(configMap, access, clock));
  }
  const [first, second] = places;
  return second ? new MirroredPlace(first, second) : first;
}

function openConfigMap(
  where: NonNullable<AgentSettings['configMap']>,
  access: ClusterAccess | undefined,
  clock: Clock,
): FlagPlace {
  if (access) return new FlagConfigMap(where, new ClusterApi(access), clock);
  throw new SettingsError(
    '--config-map works in a pod only: KUBERNETES_SERVICE_HOST is not set here',
  );
}
