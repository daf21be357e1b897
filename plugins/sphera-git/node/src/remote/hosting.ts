import type { CloneUrl } from './cloneUrl';

/** The integration of a host; over SSH the port is another one and does not count. */
export function hosting<T extends { config: { host: string } }>(
  { host, transport }: CloneUrl,
  integrations: T[],
): T | undefined {
  if (transport === 'file') return undefined;
  return integrations.find(({ config }) =>
    transport === 'ssh'
      ? config.host.replace(/:\d+$/, '') === host
      : config.host === host,
  );
}
