import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readyBrowser } from './browser.mjs';
import { run } from './children.mjs';
import { failingPages } from './failingPages.mjs';
import { main } from './main.mjs';
import { nodeTests } from './nodeTests.mjs';
import { reportsFolder } from './places.mjs';
import { addUp, closingLine, reports } from './reports.mjs';
import { complain, duration, heading, note, Stop } from './say.mjs';
import { setUp } from './setup.mjs';
import { backstage, calledByYarn } from './yarnScript.mjs';

await main(() =>
  calledByYarn()
    ? backstage(['repo', 'test', ...process.argv.slice(2)])
    : testEverything(),
);

/** `npm test`: the whole check, from zero. A step that fails does not keep the next from running. */
async function testEverything() {
  const own = [reports.scripts, reports.unit, reports.browser];
  await mkdir(reportsFolder, { recursive: true });
  for (const { file } of own) await rm(file, { force: true });
  heading('Set-up');
  const toolchain = await setUp();
  const browser = await readyBrowser();

  const failed = [];
  for (const { title, check } of steps(toolchain, browser)) {
    heading(title);
    const begin = Date.now();
    const status = await check().catch(error => {
      if (!(error instanceof Stop)) throw error;
      complain(error.message);
      return 1;
    });
    if (status !== 0) failed.push(title);
    note(
      `${title}: ${status ? 'failed' : 'good'} after ${duration(
        Date.now() - begin,
      )}`,
    );
  }

  heading('Result');
  if (failed.length) complain(`Failed: ${failed.join(', ')}`);
  const total = await addUp(own);
  console.log(closingLine(total));
  return failed.length || total.failed || !total.passed ? 1 : 0;
}

function steps({ node, yarn, env: base }, browser) {
  const env = { ...base, CI: 'true', BACKSTAGE_TEST_DISABLE_DOCKER: '1' };
  const by =
    (...args) =>
    () =>
      run(node, [yarn, ...args], { env });
  return [
    { title: 'Types', check: by('tsc') },
    { title: 'Lint', check: by('backstage-cli', 'repo', 'lint') },
    { title: 'Formatting', check: by('prettier', '--check', '.') },
    {
      title: 'Scripts',
      check: () =>
        run(node, nodeTests('scripts/*.test.mjs', reports.scripts.file), {
          env,
        }),
    },
    {
      title: 'Unit and integration tests',
      check: by(
        'backstage-cli',
        'repo',
        'test',
        '--maxWorkers=2',
        '--json',
        `--outputFile=${reports.unit.file}`,
      ),
    },
    {
      title: 'Browser tests',
      check: async () => {
        await setUp({ app: true });
        const status = await run(node, [yarn, 'playwright', 'test'], {
          env: { ...env, SPHERA_BROWSER: browser },
        });
        // The files stay on the build server; what it prints is what people get.
        if (status !== 0) await showPages();
        return status;
      },
    },
  ];
}

async function showPages() {
  for (const { test, page } of await failingPages(
    join(reportsFolder, 'browser'),
  )) {
    note(`The page on which ${test} failed:`);
    console.log(page);
  }
}
