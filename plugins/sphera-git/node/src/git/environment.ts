import type { GitRemote } from './GitSettings';

/** Settings of git, as its configuration files would have them. */
export type GitConfig = Record<string, string>;

/** What git's own commands say in words is read: no other language than C's, no question to anybody. */
const ALWAYS = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_LITERAL_PATHSPECS: '1',
  GIT_OPTIONAL_LOCKS: '0',
};

/** What a machine may say about git that has nothing to do with who is logged in. */
const KEPT = /^GIT_(SSH|SSL|EXEC_PATH|PROXY)/;

/**
 * An environment for git in which nothing of the machine's own git settings counts. Settings, credentials
 * among them, go by the environment: they are in no argument, no file and no address.
 */
export function environment(
  config: GitConfig,
  more: Record<string, string> = {},
): NodeJS.ProcessEnv {
  const machine = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('GIT_') || KEPT.test(name),
  );
  const entries = Object.entries(config);
  const settings = entries.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${index}`, key],
    [`GIT_CONFIG_VALUE_${index}`, value],
  ]);
  return {
    GIT_SSH_COMMAND: 'ssh -o BatchMode=yes',
    ...Object.fromEntries(machine),
    ...ALWAYS,
    ...Object.fromEntries(settings),
    GIT_CONFIG_COUNT: String(entries.length),
    ...more,
  };
}

/** Settings for everything that does not ask the remote: objects that are not there are missing, not fetched one by one. */
export const localConfig: GitConfig = {
  'gc.auto': '0',
  'core.commitGraph': 'true',
  'core.quotePath': 'false',
};

/** Settings for asking the remote. */
export function remoteConfig(
  { url, credentials }: Pick<GitRemote, 'url' | 'credentials'>,
  { quietSeconds }: { quietSeconds: number },
): GitConfig {
  return {
    ...localConfig,
    'remote.origin.url': url,
    'remote.origin.promisor': 'true',
    'remote.origin.partialCloneFilter': 'blob:none',
    'protocol.version': '2',
    // A helper of the machine would know somebody else's password.
    'credential.helper': '',
    'http.lowSpeedLimit': '1',
    'http.lowSpeedTime': String(quietSeconds),
    // Credentials would go along.
    'http.followRedirects': 'false',
    ...(credentials && {
      [`http.${url}.extraHeader`]: `Authorization: ${basic(credentials)}`,
    }),
  };
}

function basic({ username, password }: { username: string; password: string }) {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
