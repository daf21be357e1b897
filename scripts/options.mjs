import { parseArgs } from 'node:util';
import { Stop } from './say.mjs';

/**
 * Reads a command line.
 *
 * @param {string[]} args
 * @param {import('node:util').ParseArgsConfig['options']} options
 * @param {string} usage
 * @throws Stop if there is something in it that has no meaning
 */
export function readOptions(args, options, usage) {
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new Stop(`${error.message.split('. ')[0]}. Usage: ${usage}`);
  }
}
