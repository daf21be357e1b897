/**
 * What an operation acts on. Every field is optional: no service means all
 * services, no environment all environments.
 */
export interface Target {
  /** Entity ref of the service, canonical: `component:default/payments`. */
  service?: string;
  environment?: string;
  region?: string;
  cluster?: string;
}

/** The resource type under which every plugin asks for permission on a target. */
export const TARGET_RESOURCE_TYPE = 'sphera-target';

const FIELDS = ['service', 'environment', 'region', 'cluster'] as const;

/** What several targets have in common; what differs between them is left out. */
export function commonTarget(targets: readonly Target[]): Target {
  const [first, ...others] = targets;
  const target: Target = {};
  for (const field of FIELDS) {
    const value = first?.[field];
    if (value && others.every(other => other[field] === value)) {
      target[field] = value;
    }
  }
  return target;
}

/**
 * A target as one string, for permission checks from the browser:
 * `service=component:default/payments&environment=production`.
 */
export function formatTarget(target: Target): string {
  const parts = new URLSearchParams();
  for (const field of FIELDS) {
    if (target[field]) parts.set(field, target[field]);
  }
  return parts.toString();
}

/** The target that {@link formatTarget} wrote; fields it does not know are left out. */
export function parseTarget(text: string): Target {
  const parts = new URLSearchParams(text);
  const target: Target = {};
  for (const field of FIELDS) {
    const value = parts.get(field);
    if (value) target[field] = value;
  }
  return target;
}
