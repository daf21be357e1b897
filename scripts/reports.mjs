import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportsFolder } from './places.mjs';

/**
 * The runners' own reports, each with the way to count in it.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 */
export const reports = {
  scripts: { file: join(reportsFolder, 'scripts.tap'), count: countTap },
  unit: { file: join(reportsFolder, 'unit.json'), count: countJest },
  browser: {
    file: join(reportsFolder, 'browser.json'),
    count: countPlaywright,
  },
  clusters: { file: join(reportsFolder, 'clusters.tap'), count: countTap },
  services: { file: join(reportsFolder, 'services.json'), count: countJest },
};

/**
 * Adds up reports; one that is not there adds nothing.
 *
 * @param {Array<{ file: string, count(text: string): Count }>} wanted
 * @returns {Promise<Count>}
 */
export async function addUp(wanted) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { file, count } of wanted) {
    const text = await readFile(file, 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const more = count(text);
    for (const kind of Object.keys(total)) total[kind] += more[kind];
  }
  return total;
}

/** @returns {string} the closing line: "12 passed, 0 failed", with what was skipped if anything was */
export function closingLine({ passed, failed, skipped }) {
  const line = `${passed} passed, ${failed} failed`;
  return skipped ? `${line}, ${skipped} skipped` : line;
}

/** The last lines of Node's own test runner. */
export function countTap(text) {
  const number = word =>
    Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: number('pass'),
    failed: number('fail') + number('cancelled'),
    skipped: number('skipped') + number('todo'),
  };
}

/** Jest's JSON; a file that does not even load has no tests, so it counts as one that failed. */
export function countJest(text) {
  const report = JSON.parse(text);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Playwright's JSON; its errors are those outside of any test. */
export function countPlaywright(text) {
  const { stats, errors } = JSON.parse(text);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}
