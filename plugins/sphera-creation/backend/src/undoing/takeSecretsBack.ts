import { serviceRefOf } from '@sphera/plugin-creation-common';
import { groupedBy } from '@sphera/plugin-operations-node';
import {
  deleteSecret,
  isSamePlace,
  listPlaces,
} from '@sphera/plugin-secrets-common';
import { askInNameOf } from '../acting/asking';
import { stepOf } from '../creations/steps';
import { targetsOf } from '../creations/targetsOf';
import { AskedError } from '../errors';
import type { TakeBack } from './takeBack';

/** Deletes the secrets that this creation had made up; until their recovery window ends they can be restored. */
export const takeSecretsBack: TakeBack = async (parts, taking) => {
  const { creation, reason } = taking;
  const { names = [] } = stepOf(creation, 'secrets').made ?? {};
  if (names.length === 0) return 'There were none';
  const service = serviceRefOf(creation.draft.name);
  if (!(await parts.directory.get(service, { fresh: true }))) {
    return `The catalog has no ${service} any more: ${names.join(
      ', ',
    )} are left to whoever owns the places of secrets`;
  }
  const { items } = await askInNameOf(taking, parts, listPlaces, {});
  const places = targetsOf(creation.draft, parts.fleet).filter(target =>
    items.some(place => isSamePlace(place, target)),
  );
  for (const here of groupedBy(places, place => place.environment)) {
    for (const name of names) {
      await askInNameOf(taking, parts, deleteSecret, {
        service,
        name,
        environments: [here[0].environment],
        // Whatever else is called so is not of this creation.
        regions: here.map(({ region }) => region),
        reason,
      }).catch(error => {
        if (error instanceof AskedError && error.statusCode === 404) return;
        throw error;
      });
    }
  }
  return `${names.join(', ')} deleted; they can be restored for a while`;
};
