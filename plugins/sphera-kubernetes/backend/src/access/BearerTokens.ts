import { readFile } from 'node:fs/promises';
import type { AuthenticationStrategy } from '@backstage/plugin-kubernetes-node';
import {
  ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE,
  ANNOTATION_KUBERNETES_AWS_CLUSTER_ID,
  ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID,
} from '@backstage/plugin-kubernetes-common';
import type { WayIn } from './readAccess';

/**
 * EKS takes a token for 15 minutes after it was signed
 * (https://github.com/kubernetes-sigs/aws-iam-authenticator#api-authorization-from-outside-a-cluster).
 */
const AWS_TOKEN_MS = 12 * 60_000;

/** Where the bearer token of a cluster comes from. */
export interface BearerTokens {
  token(): Promise<string>;
  /** The last one was refused: forget it. */
  renew(): void;
}

/** A token that stays what it is. */
export const fixedToken = (token: string): BearerTokens => ({
  token: async () => token,
  renew() {},
});

/** A token in a file, read each time: service-account tokens are rotated. */
export const tokenInFile = (file: string): BearerTokens => ({
  token: async () => (await readFile(file, 'utf8')).trim(),
  renew() {},
});

/** Tokens of an EKS cluster, signed with the portal's AWS credentials; kept until shortly before they end. */
export function awsTokens(
  way: Extract<WayIn, { type: 'aws' }>,
  deps: {
    /** Backstage's own way to sign them. */
    strategy: Pick<AuthenticationStrategy, 'getCredential'>;
    now: () => number;
  },
): BearerTokens {
  const details = {
    name: way.clusterName,
    url: '',
    authMetadata: {
      [ANNOTATION_KUBERNETES_AWS_CLUSTER_ID]: way.clusterName,
      ...(way.assumeRole && {
        [ANNOTATION_KUBERNETES_AWS_ASSUME_ROLE]: way.assumeRole,
      }),
      ...(way.externalId && {
        [ANNOTATION_KUBERNETES_AWS_EXTERNAL_ID]: way.externalId,
      }),
    },
  };
  let known: { token: string; until: number } | undefined;
  return {
    async token() {
      if (known && deps.now() < known.until) return known.token;
      const credential = await deps.strategy.getCredential(details, {});
      if (credential.type !== 'bearer token') {
        throw new Error(`AWS gave no token for ${way.clusterName}`);
      }
      known = { token: credential.token, until: deps.now() + AWS_TOKEN_MS };
      return known.token;
    },
    renew() {
      known = undefined;
    },
  };
}
