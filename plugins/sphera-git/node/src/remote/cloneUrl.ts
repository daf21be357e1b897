/** What of a clone URL counts for links and credentials. */
export interface CloneUrl {
  transport: 'http' | 'ssh' | 'file';
  /** With its port, where HTTP has one; without, for SSH, whose port is another one. */
  host: string;
  /** Where people look: `https://github.com`. */
  origin: string;
  /** `kestrel/gitops`: without `.git` and slashes around it. */
  path: string;
  hasPassword: boolean;
}

// git@github.com:kestrel/gitops.git
const SCP = /^(?<user>[\w.-]+)@(?<host>[A-Za-z0-9.-]+):(?<path>[^/\s][^\s]*)$/;
const TRANSPORTS: Record<string, CloneUrl['transport']> = {
  'http:': 'http',
  'https:': 'http',
  'ssh:': 'ssh',
  'file:': 'file',
};

/** The parts of what git clones; `undefined` where that is no URL, or one of a transport that runs commands. */
export function parseCloneUrl(url: string): CloneUrl | undefined {
  const scp = SCP.exec(url)?.groups;
  const standard = scp ? `ssh://${scp.user}@${scp.host}/${scp.path}` : url;
  if (!URL.canParse(standard)) return undefined;
  const parsed = new URL(standard);
  const transport = TRANSPORTS[parsed.protocol];
  const path = parsed.pathname.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '');
  if (!transport || !path || /[\s\p{Cc}]/u.test(url)) return undefined;
  if (transport !== 'file' && !parsed.hostname) return undefined;
  const isHttp = transport === 'http';
  const host = isHttp ? parsed.host : parsed.hostname;
  return {
    transport,
    host,
    origin: isHttp ? parsed.origin : `https://${host}`,
    path,
    // The user of SSH is no secret, and part of every such URL.
    hasPassword: Boolean(parsed.password || (isHttp && parsed.username)),
  };
}
