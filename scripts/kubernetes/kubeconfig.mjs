/**
 * @typedef {object} Access how to reach an API server
 * @property {string} name of the context
 * @property {string} url such as "https://127.0.0.1:6443"
 * @property {string} ca certificates in PEM that vouch for the server
 * @property {string} token of the user
 */

/**
 * A kubeconfig with a context for each API server, the first being the current
 * one. It is JSON, which every reader of kubeconfig (YAML) takes.
 *
 * @param {Access[]} accesses
 * @returns {string}
 */
export function kubeconfig(accesses) {
  return JSON.stringify(
    {
      apiVersion: 'v1',
      kind: 'Config',
      clusters: accesses.map(({ name, url, ca }) => ({
        name,
        cluster: {
          server: url,
          'certificate-authority-data': Buffer.from(ca).toString('base64'),
        },
      })),
      users: accesses.map(({ name, token }) => ({ name, user: { token } })),
      contexts: accesses.map(({ name }) => ({
        name,
        context: { cluster: name, user: name, namespace: 'default' },
      })),
      'current-context': accesses[0].name,
    },
    undefined,
    2,
  );
}
