import type { Agent } from '@sphera/plugin-flags-common';
import {
  type Page,
  pageOfList,
  type PageQuestion,
} from '@sphera/plugin-operations-node';
import { type SeenCluster, type Seeing, seeingOf } from './cells/Seeing';
import { stateOf } from './cells/stateOf';
import { driftOf } from './drift/driftOf';
import type { FlagsMemory } from './memory/FlagsMemory';
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
  const { name, environment, region } = cluster;
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
    ...standingIn(memory, cluster),
  };
}

function stateOfAgent(isKnown: boolean, isSilent: boolean): Agent['state'] {
  if (!isKnown) return 'never';
  return isSilent ? 'silent' : 'heard';
}

/** How its flags stand: the same as the pages of flags and of drift show. */
function standingIn(
  memory: Pick<FlagsMemory, 'all'>,
  { place, isSilent }: SeenCluster,
): Pick<Agent, 'drifting' | 'onTheWay'> {
  let drifting = 0;
  let onTheWay = 0;
  for (const { cells } of memory.all()) {
    if (driftOf(cells[place], isSilent)) drifting++;
    const state = stateOf(cells[place], isSilent);
    if (state === 'queued' || state === 'on-its-way') onTheWay++;
  }
  return { drifting, onTheWay };
}
