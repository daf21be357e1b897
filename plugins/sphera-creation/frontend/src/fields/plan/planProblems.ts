import type { planCreation } from '@sphera/plugin-creation-common';
import type { OutputOf } from '@sphera/plugin-operations-common';
import { problemsOf } from '@sphera/plugin-operations-react';

/** Something that keeps a service from being created. */
export type PlanProblem = OutputOf<typeof planCreation>['problems'][number];

const FIELDS: Record<string, string> = {
  name: 'Name',
  owner: 'Owner',
  purpose: 'Purpose',
  system: 'System',
  needs: 'Needs',
  regions: 'Regions',
};

/** What the backend found wrong with the answers themselves, as problems of a plan; empty where it failed otherwise. */
export function problemsOfAnswers(error: Error | null): PlanProblem[] {
  return problemsOf(error).map(({ field, message }) => {
    const [name] = field.split('.');
    return { field: name, sentence: `${titleOf(name)} ${message}` };
  });
}

/** The page of the form on which a problem is mended, where the template tells which pages have which fields. */
export function pageToMend(
  { field }: PlanProblem,
  pages: Record<string, string[]> = {},
): string | undefined {
  const found = Object.entries(pages).find(
    ([, fields]) => field !== undefined && fields.includes(field),
  );
  return found?.[0];
}

/** A field of the form as people read it. */
export function titleOf(field: string): string {
  return FIELDS[field] ?? field;
}
