import { parseAllDocuments } from 'yaml';

/** What a role allows, as `rules` of RBAC write it. */
export interface PolicyRule {
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  verbs: string[];
  nonResourceURLs?: string[];
  /** Where a Role holds; absent: everywhere. */
  namespace?: string;
}

/** What somebody is about to do. */
export interface Attempt {
  verb: string;
  group: string;
  /** With its subresource: `deployments/scale`. */
  resource: string;
  namespace?: string;
  name?: string;
}

/** Reads the rules of all roles in a manifest of several documents. */
export function readRules(manifest: string): PolicyRule[] {
  return parseAllDocuments(manifest)
    .map(document => document.toJS())
    .filter(object => ['ClusterRole', 'Role'].includes(object?.kind))
    .flatMap(({ kind, metadata, rules = [] }) =>
      rules.map((rule: PolicyRule) =>
        kind === 'Role' ? { ...rule, namespace: metadata.namespace } : rule,
      ),
    );
}

/** Whether one of the rules allows it. */
export function allows(rules: PolicyRule[], attempt: Attempt): boolean {
  return rules.some(
    rule =>
      has(rule.verbs, attempt.verb) &&
      has(rule.apiGroups, attempt.group) &&
      has(rule.resources, attempt.resource) &&
      (!rule.resourceNames?.length ||
        (attempt.name !== undefined &&
          rule.resourceNames.includes(attempt.name))) &&
      (!rule.namespace || rule.namespace === attempt.namespace),
  );
}

function has(values: string[] | undefined, value: string): boolean {
  return Boolean(values?.includes(value) || values?.includes('*'));
}
