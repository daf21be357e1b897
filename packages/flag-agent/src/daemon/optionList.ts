/** One option of the command line, and what is said of it by `--help`. */
export interface OptionText {
  name: string;
  /** What stands for its value; absent: it has none. */
  value?: string;
  /** May come several times; in the environment with commas between. */
  isList?: true;
  text: string;
}

/** All options; each can also be set in the environment: `--tls-ca-file` as `FLAG_AGENT_TLS_CA_FILE`. */
export const OPTIONS: OptionText[] = [
  {
    name: 'cluster',
    value: '<name>',
    text: 'whose flags it keeps, as the portal calls the cluster',
  },
  { name: 'file', value: '<path>', text: 'the file that flagd reads' },
  {
    name: 'config-map',
    value: '<namespace>/<name>',
    text: 'a ConfigMap in place of the file, or as its copy: key flags.json',
  },
  {
    name: 'service-account-folder',
    value: '<path>',
    text: 'for that: where token and ca.crt of its service account are, where not at the usual place of a pod',
  },
  {
    name: 'brokers',
    value: '<host:port>',
    isList: true,
    text: 'Kafka; with commas between several',
  },
  {
    name: 'client-id',
    value: '<name>',
    text: 'how it calls itself to Kafka (sphera-flags)',
  },
  { name: 'tls', text: 'speak TLS with Kafka' },
  {
    name: 'tls-ca-file',
    value: '<path>',
    text: 'who signs for the brokers, PEM; includes --tls',
  },
  {
    name: 'tls-cert-file',
    value: '<path>',
    text: 'its own certificate, PEM; includes --tls',
  },
  {
    name: 'tls-key-file',
    value: '<path>',
    text: 'the private key of that, PEM',
  },
  {
    name: 'tls-server-name',
    value: '<host>',
    text: 'as which host the brokers prove themselves, where not by their address',
  },
  {
    name: 'sasl-mechanism',
    value: '<name>',
    text: 'plain, scram-sha-256, scram-sha-512 or aws-iam',
  },
  { name: 'sasl-username', value: '<name>', text: 'for plain and scram' },
  {
    name: 'sasl-password-file',
    value: '<path>',
    text: 'file with the password; or FLAG_AGENT_SASL_PASSWORD, never an argument',
  },
  { name: 'aws-region', value: '<region>', text: 'for aws-iam' },
  {
    name: 'log',
    value: '<url>',
    text: 'the log of a portal on a laptop, in place of Kafka',
  },
  {
    name: 'commands-topic',
    value: '<name>',
    text: 'what the portal wishes (sphera.flags.commands.v1)',
  },
  {
    name: 'reports-topic',
    value: '<name>',
    text: 'what clusters answer (sphera.flags.reports.v1)',
  },
  {
    name: 'public-key-file',
    value: '<id>=<path>',
    isList: true,
    text: 'take only wishes that are signed with this key, PEM; several while one is replaced',
  },
  {
    name: 'heartbeat-every',
    value: '<duration>',
    text: 'how often it says that it is there (PT30S)',
  },
  {
    name: 'snapshot-every',
    value: '<duration>',
    text: 'how often it tells all that it holds (PT5M)',
  },
  {
    name: 'port',
    value: '<number>',
    text: 'of /healthz, /readyz and /metrics (8080)',
  },
  {
    name: 'host',
    value: '<address>',
    text: 'on which address that listens (all of them)',
  },
  {
    name: 'log-level',
    value: '<level>',
    text: 'debug, info, warn or error (info)',
  },
  {
    name: 'check',
    text: 'tries everything once, says what it found, and ends with 0 or 1',
  },
  { name: 'version', text: 'says which version this is' },
  { name: 'help', text: 'says this' },
];

/** Name of the variable that sets an option. */
export const variableOf = (name: string) =>
  `FLAG_AGENT_${name.toUpperCase().replaceAll('-', '_')}`;
