import type { AgentSettings } from '../AgentSettings';
import { jsonLogger } from '../jsonLogger';
import type { Machine } from '../Machine';
import { openBus } from '../openBus';
import { openPlace } from '../openPlace';
import { checkPlace } from './checkPlace';
import { checkReading } from './checkReading';
import { checkSending } from './checkSending';
import type { Finding } from './Finding';

/**
 * Tries once what the agent does all the time, and says how it went.
 * @returns whether all is well
 * @throws SettingsError
 */
export async function checkAgent(
  settings: AgentSettings,
  machine: Machine,
): Promise<boolean> {
  const { env, clock, write, writeError } = machine;
  const say = ({ isGood, sentence }: Finding) => {
    const text = sentence.charAt(0).toUpperCase() + sentence.slice(1);
    write(`${isGood ? 'good ' : 'wrong'}  ${text}\n`);
  };
  const place = await checkPlace(openPlace(settings, env, clock));
  say(place);
  const logger = jsonLogger('error', writeError, clock.now);
  const bus = openBus(settings, clock, logger);
  try {
    const reading = await checkReading(bus, settings, clock);
    say(reading);
    if (!reading.isGood) return false;
    const sending = await checkSending(bus, settings, machine, place.flags);
    say(sending);
    return place.isGood && sending.isGood;
  } finally {
    await bus.stop();
  }
}
