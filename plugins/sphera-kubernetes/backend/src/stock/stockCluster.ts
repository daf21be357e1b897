import type { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import { ANNOTATION_KUBERNETES_AUTH_PROVIDER } from '@backstage/plugin-kubernetes-common';
import type { RequestOptions } from 'node:https';
import type { ClusterAccess } from '../access/ClusterAccess';

/**
 * A cluster as Backstage's own Kubernetes plugin takes it, with the token of this moment.
 * @throws Error where there is no token: that plugin knows no client certificates.
 */
export async function stockCluster(
  access: ClusterAccess,
): Promise<ClusterDetails> {
  const kubeConfig = access.kubeConfig();
  const { server, caData, caFile, skipTLSVerify } =
    kubeConfig.getCurrentCluster()!;
  return {
    name: access.cluster,
    url: server,
    caData,
    caFile,
    skipTLSVerify,
    // The role that sphera ships does not grant metrics.
    skipMetricsLookup: true,
    authMetadata: {
      [ANNOTATION_KUBERNETES_AUTH_PROVIDER]: 'serviceAccount',
      serviceAccountToken: await tokenOf(access),
    },
  };
}

async function tokenOf(access: ClusterAccess): Promise<string> {
  const options: RequestOptions = {};
  await access.kubeConfig().applyToHTTPSOptions(options);
  const { Authorization: authorization } = (options.headers ?? {}) as Record<
    string,
    string | undefined
  >;
  const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  if (!token) throw new Error('its access has no token');
  return token;
}
