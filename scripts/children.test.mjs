import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { endChild, run, startChild } from './children.mjs';

const forever = 'setInterval(() => {}, 1000)';

/** A program that starts another one and prints its process id. */
const parent = `
  const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
    forever,
  )}]);
  console.log(child.pid);
  ${forever}
`;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function untilGone(pid) {
  for (let tries = 0; isAlive(pid) && tries < 1_200; tries++) await sleep(50);
  return !isAlive(pid);
}

/** Runs a script of ours, which starts the program above and waits for it. */
async function startScript(options) {
  const children = fileURLToPath(new URL('children.mjs', import.meta.url));
  const main = fileURLToPath(new URL('main.mjs', import.meta.url));
  const script = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { run } from ${JSON.stringify(children)};
       import { main } from ${JSON.stringify(main)};
       await main(() => run(process.execPath, ['-e', ${JSON.stringify(
         parent,
       )}], ${JSON.stringify(options)}));`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [line] = await once(script.stdout, 'data');
  return { script, grandchild: Number(String(line)) };
}

describe('children', () => {
  it('answers with the exit status', async () => {
    assert.equal(await run(process.execPath, ['-e', 'process.exit(3)']), 3);
  });

  it('fails where there is no such program', async () => {
    const child = startChild('no-such-program', []);
    await assert.rejects(child.ended, { code: 'ENOENT' });
    await endChild(child);
  });

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    it(`end with all that they started when the script gets ${signal}`, async () => {
      const { script, grandchild } = await startScript({});
      script.kill(signal);
      assert.deepEqual(await once(script, 'exit'), [130, null]);
      assert.equal(await untilGone(grandchild), true);
    });
  }
});
