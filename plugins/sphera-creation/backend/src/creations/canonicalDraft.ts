import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { type Draft, SERVICE_NEEDS } from '@sphera/plugin-creation-common';

/** The same answers in one form: whole entity refs, needs and regions once each and in one order. */
export function canonicalDraft(draft: Draft): Draft {
  const { owner, system, needs, regions, ...rest } = draft;
  return {
    ...rest,
    owner: canonicalRef(owner, 'group'),
    ...(system !== undefined && { system: canonicalRef(system, 'system') }),
    needs: SERVICE_NEEDS.filter(need => needs.includes(need)),
    regions: [...new Set(regions)].sort(),
  };
}

/** A ref in its whole form. */
export function canonicalRef(text: string, defaultKind: string): string {
  return stringifyEntityRef(
    parseEntityRef(text.toLowerCase(), {
      defaultKind,
      defaultNamespace: 'default',
    }),
  );
}
