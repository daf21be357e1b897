/** The oldest Java that Kafka 4 starts on. */
export const oldestJava = 17;

/** What else a person can do. */
export const instead =
  'name running brokers in SPHERA_TEST_KAFKA_BROKERS, as 127.0.0.1:9092';

const unreachable =
  /UnknownHostException|Unknown host|Connection refused|Connect(?:ion)? timed out|connect timed out|Network is unreachable|No route to host|Temporary failure in name resolution|PKIX path|in offline mode/i;

/**
 * @param {string} output of Maven
 * @returns {string} the sentence that says why the jars of Kafka are not there
 */
export function explainMavenFailure(output) {
  if (unreachable.test(output)) {
    return `Kafka could not be fetched, since the Maven repository does not answer: check the network, or the mirror in ~/.m2/settings.xml, or ${instead}`;
  }
  const reason = output
    .split(/\r?\n/)
    .find(line => /^\[(ERROR|FATAL)\] \S/.test(line));
  return `Kafka could not be fetched: ${
    reason?.replace(/^\[\w+\] /, '').replace(/ -> \[Help \d+\]$/, '') ??
    'Maven gave no reason'
  }`;
}

/**
 * @param {string} output of `java -version`
 * @returns {number} 8, 17, 21; 0 if it does not say
 */
export function javaVersionIn(output) {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  // Up to 8 they called it 1.8.
  return Number(first === '1' ? second : first ?? 0);
}
