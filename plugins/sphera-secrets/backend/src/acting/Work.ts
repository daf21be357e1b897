import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { placeName } from '@sphera/plugin-secrets-common';
import type { SecretsClients } from '../adapters/SecretsClient';
import { PlaceError } from '../errors';
import type { Standard } from '../standard/Standard';
import type { Change } from './Change';
import { deleteOnce } from './deleteOnce';
import type { AdvanceParts } from './steps/advance';
import type { Progress } from './steps/Progress';
import { changedAbout, say } from './steps/say';
import type { TakeBackParts } from './steps/takeBack';
import type { ValuesOfChange } from './values/ValuesOfChange';

/** What carrying a change out, and taking it back, takes in each place. */
export interface Work extends AdvanceParts, TakeBackParts {
  /** Places where something was said about the secret that was not so before. */
  saidSomething: ReadonlySet<Progress>;
}

/** The work of one change. */
export function workOf(
  change: Change,
  service: ServiceEntry,
  all: readonly Progress[],
  parts: {
    clients: SecretsClients;
    standard: Standard;
    values: ValuesOfChange;
  },
): Work {
  const { standard, clients, values } = parts;
  const { source, deletesSource, about, newAbout = {} } = change;
  const isAdopted = change.operation === 'adopt-secret';
  const saidSomething = new Set<Progress>();
  const sayOf = async (
    { place, client }: Progress,
    wanted: typeof newAbout,
  ) => {
    const listing = await client.describe(place.fullName);
    if (!listing) return false;
    const name = standard.claimOf(place, listing).name;
    const where = { standard, service, client, place, name, listing };
    return say(where, wanted, { key: isAdopted });
  };

  return {
    saidSomething,
    value: one => values.of(one, all),
    shape: ({ place }) =>
      standard.shapeOf(
        service,
        place,
        change.name,
        changedAbout(newAbout, about),
      ),
    async afterwards(one) {
      const { step, before } = one.place;
      if (before && step !== 'go-back') {
        const isNew = await sayOf(one, changedAbout(before.about, about));
        if (isNew) saidSomething.add(one);
      }
      if (isAdopted && source) await leaveSource(one);
    },
    async sayAsBefore(one) {
      const { step, before } = one.place;
      if (before && step !== 'go-back') await sayOf(one, before.about);
    },
    async beforeRemoving({ place }) {
      if (!source || !deletesSource) return;
      const old = await clients.of(source).describe(source.fullName);
      if (!old) {
        throw new PlaceError(
          'not-found',
          `${source.fullName} is gone from ${placeName(source)}, so ${
            place.fullName
          } stays`,
        );
      }
      if (old.deletedAt !== undefined) {
        await clients.of(source).restore(source.fullName);
      }
    },
  };

  /** A secret that was copied under the right name: the old one goes once the new one is just like it. */
  async function leaveSource({ client, place }: Progress): Promise<void> {
    const { fullName, versionId } = source!;
    const old = clients.of(source!);
    const [before, after] = await Promise.all([
      old.value(fullName, { versionId }),
      client.value(place.fullName, { versionId: place.versionId! }),
    ]);
    if (
      before.encoding !== after.encoding ||
      before.content !== after.content
    ) {
      throw new PlaceError(
        'failed',
        `${place.fullName} in ${placeName(
          place,
        )} did not come out as ${fullName} is, which was kept`,
      );
    }
    if (deletesSource) await deleteOnce(old, fullName, deletesSource);
  }
}
