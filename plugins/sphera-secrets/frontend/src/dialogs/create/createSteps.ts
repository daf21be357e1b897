import type { UncachedCall } from '@sphera/plugin-operations-react';
import type { RequestOf } from '@sphera/plugin-operations-common';
import { createSecret } from '@sphera/plugin-secrets-common';
import { PlacesInput } from '../../fields/places';
import { Step } from '../steps/Step';

type Request = RequestOf<typeof createSecret>;

/** One secret that is to be created. */
export type NewSecret = Pick<Request, 'name' | 'value' | 'generate'>;

/**
 * The calls that create secrets; each name is a change of its own.
 *
 * @param onCreated - one of the secrets, by its index, is everywhere
 */
export function createSteps(
  call: UncachedCall,
  secrets: NewSecret[],
  inputs: PlacesInput[],
  about: Omit<Request, keyof NewSecret | keyof PlacesInput>,
  onCreated: (at: number) => void,
): Step[] {
  return secrets.flatMap((secret, at) => {
    let left = inputs.length;
    return inputs.map(places => ({
      title:
        inputs.length > 1
          ? `${secret.name} in ${places.environments.join(', ')}`
          : secret.name,
      run: async () => {
        await call(createSecret, { ...about, ...secret, ...places });
        left -= 1;
        if (left === 0) onCreated(at);
      },
    }));
  });
}
