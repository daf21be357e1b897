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
      if (!(error instanceof AskedError) || !isToBeSkipped(error)) throw error;
      return { state: 'skipped', sentence: error.message };
    }
    return {
      state: 'done',
      sentence: `Flags called ${name} or ${name}.… are its own`,
      made: { isOurs: true },
    };
  });
}

/** Whoever creates a service need not be of the team that owns it, and not every company has flags. */
function isToBeSkipped({ statusCode, message }: AskedError): boolean {
  return statusCode === 403 || message.includes('sphera.flags.transport');
}
