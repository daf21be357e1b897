import { mkdir, rm } from 'node:fs/promises';
import { run } from './children.mjs';
import { readyKafka } from './kafka.mjs';
import { readyKubernetes } from './kubernetes/testKubernetes.mjs';
import { main } from './main.mjs';
import { startMariaDb } from './mariadb.mjs';
import { readyMoto } from './moto.mjs';
import { nodeTests } from './nodeTests.mjs';
import { reportsFolder } from './places.mjs';
import { addUp, closingLine, reports } from './reports.mjs';
import { heading } from './say.mjs';
import { setUp } from './setup.mjs';
import { startTogether } from './together.mjs';

/**
 * What is tested on a real database, real clusters, a real Kafka and someone else's AWS: every store's suite,
 * which names its databases to Backstage's `TestDatabases` and adds MySQL where
 * SPHERA_TEST_SERVICES is set, and every `*.services.test.ts`, which needs the
 * real thing and is ignored elsewhere (`jest` in package.json).
 */
const files = '(\\.services|Store)\\.test\\.ts$';

await main(async () => {
  const own = [reports.clusters, reports.services];
  await mkdir(reportsFolder, { recursive: true });
  for (const { file } of own) await rm(file, { force: true });
  const toolchain = await setUp();
  const real = await startTogether([
    readyDatabase(),
    readyKubernetes(),
    readyMoto(),
    readyKafka(),
  ]);
  try {
    const env = testEnvironment(toolchain.env, ...real.started);
    const clusters = await testClusters(toolchain, env);
    const rest = await testRest(toolchain, env);
    const total = await addUp(own);
    console.log(closingLine(total));
    return clusters || rest || (total.failed || !total.passed ? 1 : 0);
  } finally {
    await real.stop();
  }
});

async function readyDatabase() {
  const given = process.env.SPHERA_TEST_MYSQL_URL;
  return given ? { url: given, stop() {} } : startMariaDb();
}

function testEnvironment(base, database, { kubeconfig, kubectl }, moto, kafka) {
  return {
    ...base,
    CI: 'true',
    SPHERA_TEST_SERVICES: '1',
    SPHERA_TEST_KUBECONFIG: kubeconfig,
    ...(kubectl && { SPHERA_TEST_KUBECTL: kubectl }),
    ...(moto.url && { SPHERA_TEST_MOTO_URL: moto.url }),
    ...kafkaEnvironment(kafka),
    BACKSTAGE_TEST_DATABASE_MYSQL8_CONNECTION_STRING: database.url,
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
  };
}

function kafkaEnvironment({ brokers, libs, java }) {
  return brokers
    ? { SPHERA_TEST_KAFKA_BROKERS: brokers }
    : { SPHERA_TEST_KAFKA_LIBS: libs, SPHERA_TEST_JAVA: java };
}

/** Clusters that were given are not ours to test. */
async function testClusters({ node }, env) {
  if (process.env.SPHERA_TEST_KUBECONFIG) return 0;
  heading('Tests of the clusters themselves');
  const pattern = 'scripts/kubernetes/*.services.test.mjs';
  return run(node, nodeTests(pattern, reports.clusters.file), { env });
}

async function testRest({ node, yarn }, env) {
  heading('Tests on a real database, real clusters, Kafka and moto');
  return run(
    node,
    [
      yarn,
      'backstage-cli',
      'repo',
      'test',
      // They share the clusters, and locks on everything are among what they test.
      '--maxWorkers=1',
      '--json',
      `--outputFile=${reports.services.file}`,
      `--testPathPatterns=${files}`,
      '--testPathIgnorePatterns=/node_modules/',
    ],
    { env },
  );
}
