import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { NAME_TOKEN, type StandardAnswer } from '@sphera/plugin-secrets-common';
import type { SecretsSettings } from './SecretsSettings';

/** What the standard makes of a secret of one service, as get-standard answers it. */
export function answerStandard(
  { places, standard }: Pick<SecretsSettings, 'places' | 'standard'>,
  service: ServiceEntry,
): StandardAnswer {
  const { names, longestValue, forbidden, recoveryDays } = standard;
  return {
    places: places.map(({ environment, region }) => {
      const place = { environment, region };
      const shape = standard.shapeOf(service, place, NAME_TOKEN, {});
      const tags = Object.entries(shape.tags);
      return {
        ...place,
        fullName: shape.fullName,
        tags: tags.map(([key, value]) => ({ key, value })),
        kmsKey: shape.kmsKey,
      };
    }),
    names: { ...names },
    longestValue,
    forbidden: [...forbidden],
    recoveryDays,
  };
}
