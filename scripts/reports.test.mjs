import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  addUp,
  closingLine,
  countJest,
  countPlaywright,
  countTap,
} from './reports.mjs';

describe('counting tests', () => {
  it("reads the last lines of Node's runner", () => {
    const tap =
      '# pass 9 is also said in the middle\n1..7\n# tests 7\n# suites 2\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 1\n';
    assert.deepEqual(countTap(tap), { passed: 3, failed: 2, skipped: 2 });
  });

  it('counts a Jest file that does not load as one failure', () => {
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 1,
      numPendingTests: 2,
      numTodoTests: 1,
    };
    assert.deepEqual(countJest(JSON.stringify(report)), {
      passed: 5,
      failed: 2,
      skipped: 3,
    });
  });

  it('counts what Playwright could not even start as a failure', () => {
    const report = {
      stats: { expected: 4, flaky: 1, unexpected: 0, skipped: 0 },
      errors: [{ message: 'the portal did not start' }],
    };
    assert.deepEqual(countPlaywright(JSON.stringify(report)), {
      passed: 5,
      failed: 1,
      skipped: 0,
    });
  });

  it('adds up the reports that are there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sphera-reports-'));
    const file = join(folder, 'one.tap');
    await writeFile(file, '# pass 2\n# fail 0\n');
    const there = { file, count: countTap };
    const missing = { file: join(folder, 'other.json'), count: countJest };
    assert.deepEqual(await addUp([there, missing, there]), {
      passed: 4,
      failed: 0,
      skipped: 0,
    });
    await rm(folder, { recursive: true });
  });

  it('closes with what was skipped only if anything was', () => {
    const count = { passed: 12, failed: 0, skipped: 0 };
    assert.equal(closingLine(count), '12 passed, 0 failed');
    assert.equal(
      closingLine({ ...count, skipped: 2 }),
      '12 passed, 0 failed, 2 skipped',
    );
  });
});
