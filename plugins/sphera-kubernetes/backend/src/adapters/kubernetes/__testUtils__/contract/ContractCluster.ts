import type { KubeConfig } from '@kubernetes/client-node';
import type { Resource } from '../../kinds';

/** A rule of RBAC. */
export interface Rule {
  apiGroups?: string[];
  resources?: string[];
  nonResourceURLs?: string[];
  verbs: string[];
}

/** The cluster that the contract is tried on. */
export interface ContractCluster {
  url: string;
  caData?: string;
  /** May do everything. */
  admin: KubeConfig;
  /** A token with the rights that sphera ships, and where they let it write its ConfigMap. */
  portal: { token: string; lockNamespace: string };
  /** A token with these rights only. */
  tokenWith(rules: Rule[]): Promise<string>;
  /** A version of some kind that the cluster no longer knows, and who may watch it. */
  forgotten(): Promise<{ token: string; resource: Resource; version: string }>;
  /** Takes away what was made for the test. */
  close?(): Promise<void>;
  /** Where the containers of a pod wrote this much, its log has these words. */
  wordsOfLog: RegExp;
}
