import { AwsIamStrategy } from '@backstage/plugin-kubernetes-backend';
import type { Config } from '@backstage/config';
import { KubeConfig } from '@kubernetes/client-node';
import {
  awsTokens,
  BearerTokens,
  fixedToken,
  tokenInFile,
} from './BearerTokens';
import { AccessSettings, readAccess } from './readAccess';

/** Access to one cluster: where it is, how it is known to be the right one, and who the portal is there. */
export interface ClusterAccess {
  /** Name of the cluster in the fleet. */
  cluster: string;
  /** With one cluster, one user and one context; credentials are asked for with every request. */
  kubeConfig(): KubeConfig;
  /** The cluster refused the credentials: get others. */
  renew(): void;
}

const PROVIDER = 'sphera';

/**
 * Access to each cluster of the fleet that has any, by name.
 * @throws InputError where the configuration is wrong.
 */
export function openAccess(
  config: Config,
  now: () => number,
): Map<string, ClusterAccess> {
  return new Map(
    readAccess(config).flatMap(settings => {
      const access = accessBy(settings, config, now);
      return access ? [[settings.name, access]] : [];
    }),
  );
}

function accessBy(
  settings: AccessSettings,
  config: Config,
  now: () => number,
): ClusterAccess | undefined {
  const { way } = settings;
  switch (way?.type) {
    case 'token':
      return byToken(settings, fixedToken(way.token));
    case 'token-file':
      return byToken(settings, tokenInFile(way.file));
    case 'aws': {
      const strategy = new AwsIamStrategy({ config });
      return byToken(settings, awsTokens(way, { strategy, now }));
    }
    case 'kubeconfig':
      return byKubeConfig(settings.name, kubeConfig => {
        kubeConfig.loadFromFile(way.file);
        if (!kubeConfig.getContextObject(way.context)) {
          throw new Error(
            `${settings.key}.access.context: there is no context "${way.context}" in ${way.file}`,
          );
        }
        kubeConfig.setCurrentContext(way.context);
      });
    case 'in-cluster':
      return byKubeConfig(settings.name, kubeConfig => {
        if (!process.env.KUBERNETES_SERVICE_HOST) {
          throw new Error(
            `${settings.key}.access: the portal does not run in a cluster (KUBERNETES_SERVICE_HOST is not set)`,
          );
        }
        kubeConfig.loadFromCluster();
      });
    default:
      return undefined;
  }
}

/** Access with a bearer token to the address in the configuration. */
function byToken(
  { name, url, caData, caFile, skipTlsVerify }: AccessSettings,
  tokens: BearerTokens,
): ClusterAccess {
  const kubeConfig = new KubeConfig();
  kubeConfig.addAuthenticator({
    isAuthProvider: user => user.authProvider?.name === PROVIDER,
    async applyAuthentication(_user, options) {
      options.headers = {
        ...options.headers,
        Authorization: `Bearer ${await tokens.token()}`,
      };
    },
  });
  kubeConfig.loadFromClusterAndUser(
    {
      name,
      server: url.replace(/\/+$/, ''),
      caData,
      caFile,
      // There is no certificate to verify over plain HTTP; the client asks that one says so.
      skipTLSVerify: skipTlsVerify || url.startsWith('http:'),
    },
    { name: PROVIDER, authProvider: { name: PROVIDER } },
  );
  return {
    cluster: name,
    kubeConfig: () => kubeConfig,
    renew: () => tokens.renew(),
  };
}

/** Access as a file says, read when first needed and again after it was refused. */
function byKubeConfig(
  cluster: string,
  load: (kubeConfig: KubeConfig) => void,
): ClusterAccess {
  let known: KubeConfig | undefined;
  return {
    cluster,
    kubeConfig() {
      if (!known) {
        const kubeConfig = new KubeConfig();
        load(kubeConfig);
        known = kubeConfig;
      }
      return known;
    },
    renew() {
      known = undefined;
    },
  };
}
