/** How a registry wants to know who asks. */
export type Challenge =
  | { scheme: 'basic' }
  | { scheme: 'bearer'; realm: string; service?: string; scope?: string };

const PARAMETER = /([a-z_]+)="([^"]*)"/gi;

/** Reads a header `WWW-Authenticate`; `undefined` where it asks for something else. */
export function readChallenge(header: string | null): Challenge | undefined {
  const [, scheme, rest] =
    /^\s*(basic|bearer)\s+(.*)$/is.exec(header ?? '') ?? [];
  if (scheme === undefined) return undefined;
  if (scheme.toLowerCase() === 'basic') return { scheme: 'basic' };
  const { realm, service, scope } = Object.fromEntries(
    [...rest.matchAll(PARAMETER)].map(([, key, value]) => [
      key.toLowerCase(),
      value,
    ]),
  );
  return realm ? { scheme: 'bearer', realm, service, scope } : undefined;
}
