import { ask } from './children.mjs';

/** How the settings of npm that reach a registry are called by Yarn. */
const yarnNames = {
  registry: 'YARN_NPM_REGISTRY_SERVER',
  cafile: 'YARN_HTTPS_CA_FILE_PATH',
  proxy: 'YARN_HTTP_PROXY',
  'https-proxy': 'YARN_HTTPS_PROXY',
};

/**
 * Yarn does not read npm's settings. Handing them over means that a machine
 * whose npm is set up for a company's mirror needs nothing else. What is set
 * for Yarn already stays.
 *
 * @returns {Promise<Record<string, string>>} environment variables for Yarn
 */
export async function npmSettings() {
  const { output } = await ask('npm', [
    'config',
    'get',
    ...Object.keys(yarnNames),
  ]).catch(() => ({ output: '' }));
  return yarnSettings(output, process.env);
}

/**
 * @param {string} answer of `npm config get NAME NAME …`: one `name=value` a line
 * @param {NodeJS.ProcessEnv} env
 */
export function yarnSettings(answer, env) {
  const settings = {};
  for (const line of answer.split(/\r?\n/)) {
    const [, name, value] = line.match(/^([a-z-]+)=(.+)$/) ?? [];
    const yarnName = yarnNames[name];
    if (!yarnName || yarnName in env) continue;
    if (value !== 'null' && value !== 'undefined') settings[yarnName] = value;
  }
  return settings;
}
