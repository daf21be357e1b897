import { KubeConfig } from '@kubernetes/client-node';

/** A kubeconfig with one cluster and one account. */
export function kubeConfigFor(server: string, token: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromClusterAndUser(
    // The client takes plain HTTP only from those who say that they know.
    { name: 'here', server, skipTLSVerify: true },
    { name: 'me', token },
  );
  return config;
}
