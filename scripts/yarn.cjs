/**
 * Yarn's entry (`yarnPath` in .yarnrc.yml): whichever Yarn is called, with
 * whichever Node.js, ends up in the Yarn and the Node.js of this repository,
 * which are fetched if they are missing. CommonJS, since Yarn 1 loads it as such.
 */
async function yarn(args) {
  const { runInForeground } = await import('./children.mjs');
  const { main } = await import('./main.mjs');
  const { readyToolchain } = await import('./toolchain.mjs');
  await main(async () => {
    const { node, yarn: program, env } = await readyToolchain();
    return runInForeground(node, [program, ...args], { env });
  });
}

yarn(process.argv.slice(2));
