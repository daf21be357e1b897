import { ringField, type Rings } from '@sphera/plugin-flags-common';
import { nextKey } from '../../form/draft/DefinitionDraft';
import type { Problems } from '../../form/draft/Problems';

/** One ring of a roll-out as it is written. */
export interface RingDraft {
  /** Of this row of the form. */
  key: string;
  name: string;
  clusters: string[];
}

/** The rings as they are configured, for a form to begin with; those without a cluster are left out. */
export function draftsOf(rings: Rings['rings']): RingDraft[] {
  return rings
    .filter(({ clusters }) => clusters.length > 0)
    .map(({ name, clusters }) => ({
      key: nextKey(),
      name,
      clusters: [...clusters],
    }));
}

/** One more ring after the others, with nothing in it. */
export function withRing(drafts: RingDraft[]): RingDraft[] {
  const names = new Set(drafts.map(({ name }) => name));
  let number = drafts.length + 1;
  while (names.has(`ring-${number}`)) number += 1;
  return [...drafts, { key: nextKey(), name: `ring-${number}`, clusters: [] }];
}

/** A ring with exactly these clusters, which leave the rings that they were in. */
export function withClusters(
  drafts: RingDraft[],
  key: string,
  clusters: string[],
): RingDraft[] {
  const taken = new Set(clusters);
  return drafts.map(ring =>
    ring.key === key
      ? { ...ring, clusters }
      : { ...ring, clusters: ring.clusters.filter(one => !taken.has(one)) },
  );
}

/** The ring one place earlier (-1) or later (1). */
export function moved(
  drafts: RingDraft[],
  key: string,
  by: -1 | 1,
): RingDraft[] {
  const at = drafts.findIndex(ring => ring.key === key);
  const others = drafts.filter(ring => ring.key !== key);
  others.splice(at + by, 0, drafts[at]);
  return others;
}

/** What is wrong with rings, by `<key of the ring>.name` and `<key of the ring>.clusters`; `rings` for all of them. */
export function ringProblems(drafts: RingDraft[]): Problems {
  const problems: Problems = {};
  const seen = new Set<string>();
  if (drafts.length === 0) problems.rings = 'There is no ring. Add one.';
  for (const { key, name, clusters } of drafts) {
    const named = ringField.safeParse(name);
    if (!named.success) {
      problems[`${key}.name`] = `It ${named.error.issues[0].message}.`;
    } else if (seen.has(name)) {
      problems[`${key}.name`] = 'There is a ring of this name already.';
    }
    seen.add(name);
    if (clusters.length === 0) {
      problems[`${key}.clusters`] =
        'It has no cluster: choose one, or remove the ring.';
    }
  }
  return problems;
}

/** What the operation is asked with; undefined: as configured. */
export function ringsInput(drafts: RingDraft[], configured: Rings['rings']) {
  const isConfigured = (draft: RingDraft) =>
    configured.some(
      ring =>
        ring.name === draft.name &&
        ring.clusters.length === draft.clusters.length &&
        ring.clusters.every(one => draft.clusters.includes(one)),
    );
  const asBefore = draftsOf(configured);
  const isSame =
    drafts.length === asBefore.length &&
    drafts.every(
      (draft, at) => isConfigured(draft) && draft.name === asBefore[at].name,
    );
  if (isSame) return undefined;
  return drafts.map(draft =>
    isConfigured(draft)
      ? draft.name
      : { name: draft.name, clusters: draft.clusters },
  );
}
