import {
  type createSecrets,
  serviceRefOf,
} from '@sphera/plugin-creation-common';
import type { InputOf } from '@sphera/plugin-operations-common';
import { targetsOf } from '../../creations/targetsOf';
import { stepOf, withStep } from '../../creations/steps';
import type { KeptCreation } from '../../creations/KeptCreation';
import { AskedError } from '../../errors';
import type { ActingParts } from '../ActingParts';
import { askForSecrets } from '../secrets/askForSecrets';
import { runStep, type StepCall, type StepOutcome } from '../runStep';

type SecretsCall = StepCall & { input: InputOf<typeof createSecrets> };

/** Has the first secrets made up where the service is going to run. */
export async function createFirstSecrets(
  parts: ActingParts,
  call: SecretsCall,
) {
  const { secrets } = call.input;
  return runStep(parts, call, 'secrets', async creation => {
    if (secrets.length === 0) {
      return { state: 'skipped', sentence: 'It needs none yet' };
    }
    try {
      return await create(parts, call, creation);
    } catch (error) {
      // Whoever creates a service need not be of the team that owns it.
      if (!(error instanceof AskedError) || error.statusCode !== 403) {
        throw error;
      }
      return {
        state: 'skipped',
        sentence: `${error.message}; its owners can create ${secrets
          .map(({ name }) => name)
          .join(', ')}`,
      };
    }
  });
}

async function create(
  parts: ActingParts,
  call: SecretsCall,
  creation: KeptCreation,
): Promise<StepOutcome> {
  const { draft, id } = creation;
  const { secrets } = call.input;
  const asking = await askForSecrets(parts, call, {
    service: serviceRefOf(draft.name),
    targets: targetsOf(draft, parts.fleet),
  });
  if (asking.places.length === 0) {
    return {
      state: 'skipped',
      sentence:
        'Nothing keeps secrets where it runs: sphera.secrets.places of the configuration',
    };
  }
  const known = stepOf(creation, 'secrets').made?.names ?? [];
  const names = secrets
    .map(({ name }) => name)
    .filter(name => known.includes(name) || !asking.isThere(name));
  // Before the first of them: should this end half-way, undoing knows what to look for.
  await parts.store.change(id, kept =>
    withStep(kept, 'secrets', { made: { isOurs: true, names } }),
  );
  for (const secret of secrets) await asking.create(secret);
  return {
    state: 'done',
    sentence: `${secrets.map(({ name }) => name).join(', ')} in ${asking.places
      .map(({ environment, region }) => `${environment}/${region}`)
      .join(', ')}`,
    made: { isOurs: true, names },
  };
}
