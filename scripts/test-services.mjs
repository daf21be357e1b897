import { mkdir, rm } from 'node:fs/promises';
import { run } from './children.mjs';
import { main } from './main.mjs';
import { startMariaDb } from './mariadb.mjs';
import { reportsFolder } from './places.mjs';
import { addUp, closingLine, reports } from './reports.mjs';
import { heading } from './say.mjs';
import { setUp } from './setup.mjs';

/**
 * What is tested on a real database: every store's suite, which names its
 * databases to Backstage's `TestDatabases` and adds MySQL where
 * SPHERA_TEST_SERVICES is set, and every `*.services.test.ts`, which needs the
 * real thing and is ignored elsewhere (`jest` in package.json).
 */
const files = '(\\.services|Store)\\.test\\.ts$';

await main(async () => {
  const { services } = reports;
  await mkdir(reportsFolder, { recursive: true });
  await rm(services.file, { force: true });
  const { node, yarn, env } = await setUp();
  const given = process.env.SPHERA_TEST_MYSQL_URL;
  const database = given ? { url: given, stop() {} } : await startMariaDb();
  try {
    heading('Tests on a real database');
    const status = await run(
      node,
      [
        yarn,
        'backstage-cli',
        'repo',
        'test',
        '--maxWorkers=2',
        '--json',
        `--outputFile=${services.file}`,
        `--testPathPatterns=${files}`,
        '--testPathIgnorePatterns=/node_modules/',
      ],
      {
        env: {
          ...env,
          CI: 'true',
          SPHERA_TEST_SERVICES: '1',
          BACKSTAGE_TEST_DATABASE_MYSQL8_CONNECTION_STRING: database.url,
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
        },
      },
    );
    const total = await addUp([services]);
    console.log(closingLine(total));
    return status || (total.failed || !total.passed ? 1 : 0);
  } finally {
    await database.stop();
  }
});
