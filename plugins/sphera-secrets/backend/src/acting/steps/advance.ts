import type { SecretShape, SecretValue } from '../../adapters/SecretsClient';
import { attempt, Progress, Standing } from './Progress';

/** What a change does besides moving versions. */
export interface AdvanceParts {
  /** The value that a place is to have. */
  value(one: Progress): Promise<SecretValue>;
  /** How a new secret is kept there. */
  shape(one: Progress): SecretShape;
  /** What is to do in a place whose version is current. */
  afterwards(one: Progress): Promise<void>;
}

/**
 * Takes a change on in every place: stages its version where there is an older one,
 * creates the secret where there is none, then makes the version current. How far it
 * got is in `standing` and `error`.
 *
 * @param allOrNothing - stop before anything is current where something could not be
 * staged, and where somebody else was faster
 */
export async function advance(
  all: readonly Progress[],
  parts: AdvanceParts,
  { allOrNothing }: { allOrNothing: boolean },
): Promise<void> {
  const at = (standing: Standing) =>
    all.filter(one => one.standing === standing && !one.error);
  await attemptTo('staged', at('before'), async one =>
    one.client.stage(
      one.place.fullName,
      await parts.value(one),
      one.place.versionId!,
    ),
  );
  if (allOrNothing && all.some(({ error }) => error)) return;

  const toCreate = at('absent').filter(one => one.place.step === 'create');
  const toMove = at('staged');
  await attemptTo('done', toCreate, async one =>
    one.client.create(
      parts.shape(one),
      await parts.value(one),
      one.place.versionId!,
    ),
  );
  await attemptTo('done', toMove, async ({ client, place }) =>
    client.makeCurrent(
      place.fullName,
      place.versionId!,
      place.before?.versionId,
    ),
  );
  if (allOrNothing && all.some(one => isOvertaken(one))) return;
  await attempt(at('done'), one => parts.afterwards(one));
}

/** Whether somebody else changed it while the change was under way. */
export function isOvertaken({ standing, error }: Progress): boolean {
  return standing === 'changed' || error?.problem === 'changed';
}

/** Whether the change is complete in this place. */
export function isReached({ standing, error }: Progress): boolean {
  return standing === 'done' && !error;
}

async function attemptTo(
  reached: 'staged' | 'done',
  all: readonly Progress[],
  step: (one: Progress) => Promise<unknown>,
): Promise<void> {
  await attempt(all, async one => {
    await step(one);
    one.standing = reached;
  });
  for (const one of all) {
    // An answer that was lost: AWS did it all the same.
    if (one.standing === reached || one.standing === 'done') {
      one.error = undefined;
    }
  }
}
