import { readyAppBundle } from './appBundle.mjs';
import { readyDependencies } from './dependencies.mjs';
import { sourceFiles } from './sources.mjs';
import { readyToolchain } from './toolchain.mjs';

/**
 * Sets up what is missing. Nothing is done, and nothing said, where all is there.
 *
 * @param {{ app?: boolean }} what `app`: the pages too
 * @returns the toolchain to run everything else with
 * @throws Stop with the reason why it is impossible
 */
export async function setUp({ app = false } = {}) {
  await sourceFiles(['package.json']);
  const toolchain = await readyToolchain();
  await readyDependencies(toolchain);
  if (app) await readyAppBundle(toolchain);
  return toolchain;
}
