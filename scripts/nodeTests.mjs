/**
 * Arguments of Node.js that run tests of its own runner: they are shown as they
 * go, and counted afterwards.
 *
 * @param {string} pattern of files, seen from the root
 * @param {string} report file that takes the result as TAP
 * @returns {string[]}
 */
export function nodeTests(pattern, report) {
  return [
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
    pattern,
  ];
}
