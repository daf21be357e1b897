import type { Deployment } from '@sphera/plugin-kubernetes-common';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { DeploymentPlace, isSamePlace } from './place';

/** The deployment that one looks at. */
export interface Selection {
  /** Absent: the one that the address names is not there. */
  selected?: Deployment;
  /** What the address names; absent: nothing. */
  asked?: DeploymentPlace;
}

/**
 * The deployment that the address names; where it names none, the first that is in
 * trouble, or the first. That choice stays as it is when the trouble is over: a
 * page must not turn to something else under the eyes of who reads it.
 */
export function useSelection(deployments: readonly Deployment[]): Selection {
  const [query] = useSearchParams();
  const [chosen, setChosen] = useState<DeploymentPlace>();
  const asked = placeIn(query);
  const place = asked ?? chosen;
  const selected = place && deployments.find(one => isSamePlace(one, place));
  if (asked || selected || deployments.length === 0) return { asked, selected };
  const first = deployments.find(isTroubled) ?? deployments[0];
  setChosen(first);
  return { selected: first };
}

/** Whether somebody should look at it. */
export function isTroubled(deployment: Deployment): boolean {
  const { health, rollout, trouble } = deployment;
  return (
    health === 'degraded' ||
    health === 'down' ||
    rollout.state === 'stuck' ||
    Boolean(trouble)
  );
}

function placeIn(query: URLSearchParams): DeploymentPlace | undefined {
  const cluster = query.get('cluster');
  const namespace = query.get('namespace');
  const name = query.get('name');
  return cluster && namespace && name
    ? { cluster, namespace, name }
    : undefined;
}
