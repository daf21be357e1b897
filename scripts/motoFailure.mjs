const unreachable =
  /NewConnectionError|ConnectTimeoutError|ReadTimeoutError|NameResolutionError|Failed to establish|Temporary failure in name resolution|ProxyError|SSLError|\(from versions: none\)/;

/**
 * @param {string} output of pip
 * @returns {string} the sentence that says why moto is not there
 */
export function explainPipFailure(output) {
  if (unreachable.test(output)) {
    return 'moto could not be fetched, since the Python package index does not answer, or has none: check the network, or the address that "pip config list" prints, or name a running moto server in SPHERA_TEST_MOTO_URL';
  }
  const lines = output.split(/\r?\n/).filter(line => line.trim());
  const reason =
    lines.findLast(line => /^ERROR: (?!No matching)/.test(line)) ??
    lines.at(-1) ??
    'no reason was given';
  return `moto could not be installed: ${reason.replace(/^ERROR: /, '')}`;
}
