import { serviceRefOf } from '@sphera/plugin-creation-common';
import { beginLifecycle } from '@sphera/plugin-lifecycle-common';
import { AskedError } from '../../errors';
import type { ActingParts } from '../ActingParts';
import { askItself } from '../asking';
import { runStep, type StepCall } from '../runStep';

/**
 * Has its life cycle begin. In the portal's own name, since whoever creates a service need not be of the team that owns it;
 * a service that nobody begins would be placed by what it already has.
 */
export async function beginLife(parts: ActingParts, call: StepCall) {
  return runStep(parts, call, 'lifecycle', async ({ draft, startedBy }) => {
    try {
      const { stages } = await askItself(parts, beginLifecycle, {
        service: serviceRefOf(draft.name),
        startedBy,
      });
      const present = stages.find(({ state }) => state === 'present');
      return {
        state: 'done',
        sentence: present ? `It begins with ${present.title}` : 'It has begun',
      };
    } catch (error) {
      // Nobody answers there.
      if (!(error instanceof AskedError) || error.statusCode !== 404) {
        throw error;
      }
      return { state: 'skipped', sentence: 'This portal keeps no life cycles' };
    }
  });
}
