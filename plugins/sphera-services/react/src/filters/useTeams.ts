import { useOperation } from '@sphera/plugin-operations-react';
import { listServices } from '@sphera/plugin-services-common';

/** A team that owns services. */
export interface Team {
  /** Entity ref. */
  value: string;
  /** As people read it. */
  title: string;
}

const NONE: Team[] = [];

/** Every team that owns a service; empty while they are not known. */
export function useTeams(): Team[] {
  const { data } = useOperation(listServices, { limit: 1 });
  return data?.facets.teams ?? NONE;
}
