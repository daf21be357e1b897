import { OPTIONS } from './optionList';

const INDENT = 36;

/** What `--help` says. */
export function helpText(): string {
  const options = OPTIONS.map(({ name, value, text }) => {
    const option = `  --${name}${value ? ` ${value}` : ''}`;
    return option.length < INDENT
      ? `${option.padEnd(INDENT)}${text}`
      : `${option}\n${' '.repeat(INDENT)}${text}`;
  });
  return `sphera-flag-agent keeps the feature flags of one cluster as the portal wishes them.

  sphera-flag-agent --cluster <name> --file <path> --brokers <host:port>

It reads what is wished from Kafka, writes the file (or ConfigMap) that flagd reads, and reports what it holds.

${options.join('\n')}

Each option can be set in the environment instead, like FLAG_AGENT_CLUSTER for --cluster; an argument counts more.
`;
}
