import type { Agent } from '@sphera/plugin-flags-common';
import {
  type Page,
  pageOfList,
  type PageQuestion,
} from '@sphera/plugin-operations-node';
import { type SeenCluster, type Seeing, seeingOf } from './cells/Seeing';
import { stateOf } from './cells/stateOf';
import { momentOrNone } from './moment';
import type { ReadingParts } from './ReadingParts';

/** The clusters that flags are sent to, in the order of the fleet, with what their agents said last. */
export function readAgents(
  parts: ReadingParts,
  question: PageQuestion & { environment?: string },
): Page<Agent> {
  const seeing = seeingOf(parts, question);
  return pageOfList('agents', seeing.clusters, question, cluster =>
    toAgent(parts, seeing, cluster),
  );
}

function toAgent(
  { memory }: ReadingParts,
  { silence }: Seeing,
  cluster: SeenCluster,
): Agent {
  const { name, environment, region, place } = cluster;
  const agent = memory.agents.get(name);
  const isSilent = silence.isSilent(name);
  return {
    cluster: name,
    environment,
    region,
    state: stateOfAgent(agent !== undefined, isSilent),
    heardAt: momentOrNone(agent?.heardAt),
    startedAt: momentOrNone(agent?.startedAt),
    snapshotAt: momentOrNone(agent?.snapshotAt),
    version: agent?.version,
    flags: agent?.flags,
    problem: agent?.problem,
    behind: memory.all().filter(({ cells }) => isBehind(cells[place])).length,
  };
}

function stateOfAgent(isKnown: boolean, isSilent: boolean): Agent['state'] {
  if (!isKnown) return 'never';
  return isSilent ? 'silent' : 'heard';
}

/** Apart from being silent: as it was when it was heard last. */
function isBehind(cell: Parameters<typeof stateOf>[0]): boolean {
  const state = stateOf(cell, false);
  return state !== 'in-step' && state !== 'absent';
}
