import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './children.mjs';
import { readyKafka } from './kafka.mjs';
import { main } from './main.mjs';
import { root } from './places.mjs';
import { Stop } from './say.mjs';
import { setUp } from './setup.mjs';

const folder = join(root, 'benchmarks');

/** Those that start a broker of their own. */
const onKafka = ['flags', 'flags-throughput'];

/** `npm run bench -- NAME`: runs benchmarks/NAME.ts, whose last line of output is its result as JSON. */
await main(async () => {
  const [name, ...args] = process.argv.slice(2);
  const file = join(folder, `${name}.ts`);
  if (!name || !existsSync(file)) {
    const names = await benchmarks();
    throw new Stop(
      `${
        name ? `There is no benchmark "${name}"` : 'Which benchmark?'
      } Give one of these, as in "npm run bench -- NAME": ${
        names.join(', ') || 'there are none'
      }.`,
    );
  }
  const { node, env } = await setUp();
  const kafka = onKafka.includes(name) ? await readyKafka({}) : {};
  const transform = join(
    root,
    'node_modules/@backstage/cli/config/nodeTransform.cjs',
  );
  return run(node, ['--require', transform, file, ...args], {
    env: {
      ...env,
      ...(kafka.libs && {
        SPHERA_TEST_KAFKA_LIBS: kafka.libs,
        SPHERA_TEST_JAVA: kafka.java,
      }),
    },
  });
});

async function benchmarks() {
  const files = await readdir(folder).catch(() => []);
  return files
    .filter(file => /^[^.]+\.ts$/.test(file))
    .map(file => file.slice(0, -'.ts'.length));
}
