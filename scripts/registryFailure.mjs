import { ask } from './children.mjs';

const unreachable =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|getaddrinfo|network request failed/i;

/**
 * @param {string} what was to be fetched
 * @param {string} output of npm or Yarn
 * @returns {Promise<string>} the sentence that says why it could not be fetched
 */
export async function registryFailure(what, output) {
  const registry = await ask('npm', ['config', 'get', 'registry']).then(
    answer => answer.output.trim(),
    () => 'unknown',
  );
  return explainFailure(what, output, registry);
}

/** As `registryFailure`, for a known registry. */
export function explainFailure(what, output, registry) {
  if (unreachable.test(output)) {
    return `${what} could not be fetched, since the npm registry (${registry}) does not answer: the first set-up needs the network; check it, or the address that "npm config get registry" prints, and try again.`;
  }
  return `${what} could not be installed: ${decisiveLine(output)}`;
}

function decisiveLine(output) {
  const lines = output.split(/\r?\n/).filter(line => line.trim());
  return (
    // Yarn goes on for a while; YN0000 is what it always says.
    textAfter(/^➤ YN(?!0000)\d+: [│└ ]*/, lines.toReversed()) ??
    textAfter(/^npm error (?!code )/, lines) ??
    lines.at(-1) ??
    'no reason was given.'
  );
}

function textAfter(prefix, lines) {
  return lines.find(line => prefix.test(line))?.replace(prefix, '');
}
