import { serviceRefOf } from '@sphera/plugin-creation-common';
import { claimFlagNamespace } from '@sphera/plugin-flags-common';
import { AskedError } from '../../errors';
import type { ActingParts } from '../ActingParts';
import { askInNameOf } from '../asking';
import { runStep, type StepCall } from '../runStep';

/** Claims the flags whose keys begin with the name of the service. */
export async function claimNamespace(parts: ActingParts, call: StepCall) {
  return runStep(parts, call, 'flags', async ({ draft: { name } }) => {
    try {
      await askInNameOf(call, parts, claimFlagNamespace, {
        service: serviceRefOf(name),
        reason: `${name} was created`,
      });
    } catch (error) {
      const why = error instanceof AskedError && whyNotHere(error);
      if (!why) throw error;
      return { state: 'skipped', sentence: why };
    }
    return {
      state: 'done',
      sentence: `Flags called ${name} or ${name}.… are its own`,
      made: { isOurs: true },
    };
  });
}

/** Whoever creates a service need not be of the team that owns it, and not every company has flags. */
function whyNotHere({ statusCode, message }: AskedError): string | undefined {
  // Nobody answers there.
  if (statusCode === 404) return 'This portal keeps no flags';
  const isFinal =
    statusCode === 403 || message.includes('sphera.flags.transport');
  return isFinal ? message : undefined;
}
