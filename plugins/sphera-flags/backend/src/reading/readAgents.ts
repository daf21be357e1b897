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

type Standing = Pick<Agent, 'drifting' | 'onTheWay'>;

/** The clusters that flags are sent to, in the order of the fleet, with what their agents said last. */
export function readAgents(
  parts: ReadingParts,
  question: PageQuestion & { environment?: string },
): Page<Agent> {
  const seeing = seeingOf(parts, question);
  const { clusters } = seeing;
  const page = pageOfList('agents', clusters, question, cluster => cluster);
  const standings = standingsIn(parts.memory, page.items);
  return {
    ...page,
    items: page.items.map((cluster, nth) => ({
      ...toAgent(parts, seeing, cluster),
      ...standings[nth],
    })),
  };
}

function toAgent(
  { memory }: ReadingParts,
  { silence }: Seeing,
  cluster: SeenCluster,
): Omit<Agent, keyof Standing> {
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
  };
}

function stateOfAgent(isKnown: boolean, isSilent: boolean): Agent['state'] {
  if (!isKnown) return 'never';
  return isSilent ? 'silent' : 'heard';
}

/** How the flags of each of these clusters stand, in one pass over all flags: the same as the pages of flags and of drift show. */
function standingsIn(
  memory: Pick<FlagsMemory, 'all'>,
  clusters: SeenCluster[],
): Standing[] {
  const standings = clusters.map(() => ({ drifting: 0, onTheWay: 0 }));
  for (const { cells } of memory.all()) {
    clusters.forEach(({ place, isSilent }, nth) => {
      const standing = standings[nth];
      if (driftOf(cells[place], isSilent)) standing.drifting++;
      const state = stateOf(cells[place], isSilent);
      if (state === 'queued' || state === 'on-its-way') standing.onTheWay++;
    });
  }
  return standings;
}
