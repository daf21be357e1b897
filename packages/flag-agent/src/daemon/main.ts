import { version } from '../../package.json';
import { checkAgent } from './check/checkAgent';
import { GivenOptions } from './GivenOptions';
import { helpText } from './helpText';
import type { Machine } from './Machine';
import { readSettings } from './readSettings';
import { runAgent } from './runAgent';
import { SettingsError } from './SettingsError';

/**
 * What the command `sphera-flag-agent` does.
 * @returns how the process is to end: 0 well, 1 it failed, 2 it was told something wrong
 */
export async function main(args: string[], machine: Machine): Promise<number> {
  try {
    const given = new GivenOptions(args, machine.env);
    if (given.has('help')) {
      machine.write(helpText());
      return 0;
    }
    if (given.has('version')) {
      machine.write(`${version}\n`);
      return 0;
    }
    const settings = readSettings(given);
    if (given.has('check')) {
      return (await checkAgent(settings, machine)) ? 0 : 1;
    }
    await runAgent(settings, machine);
    return 0;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    machine.writeError(`sphera-flag-agent: ${error.message}\n`);
    return 2;
  }
}
