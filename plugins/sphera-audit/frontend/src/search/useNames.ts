import { useApiHolder } from '@backstage/frontend-plugin-api';
import { entityPresentationApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import { shortName } from './shortName';

const ENTITY_REF = /^[a-z]+:[^/]+\/[^/]+$/i;

/** What people call entities and programs, by their refs; short names until the catalog has answered. */
export function useNames(refs: string[]): (ref: string) => string {
  const presentation = useApiHolder().get(entityPresentationApiRef);
  const [names, setNames] = useState(new Map<string, string>());
  const key = refs.join(' ');
  useEffect(() => {
    let isWanted = true;
    const entities = key.split(' ').filter(ref => ENTITY_REF.test(ref));
    const asked = entities.map(async ref => {
      const shown = await presentation?.forEntity(ref).promise;
      return [ref, shown?.primaryTitle ?? shortName(ref)] as const;
    });
    // A catalog that does not answer leaves the short names.
    Promise.all(asked).then(
      found => isWanted && setNames(new Map(found)),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [presentation, key]);
  return ref => names.get(ref) ?? shortName(ref);
}
