import type { FlagDefinition, setFlag } from '@sphera/plugin-flags-common';
import { fingerprintOf } from '@sphera/plugin-flags-node';
import type { InputOf, Target } from '@sphera/plugin-operations-common';
import type { NewChange, NewWish } from '../storage/FlagStore';
import type { KeptCell, KeptFlag } from '../storage/Kept';
import { aboutAfter, conflictOfAbout } from './aboutAfter';
import type { ActingParts } from './ActingParts';
import { conflictError, rolloutInTheWay } from './conflictError';
import { clustersAsked } from './choosing/clustersAsked';
import { presentCells } from './choosing/presentCells';
import { targetsOf } from './choosing/targetsOf';
import { exampleFor } from './definitions/exampleFor';
import {
  changesDefinition,
  definitionAfter,
} from './definitions/definitionAfter';
import type { Look } from './look';
import { newChange } from './newChange';
import { aboutWords } from './words/aboutWords';
import { wishWords } from './words/wishWords';

type Input = InputOf<typeof setFlag>;

interface Defined {
  definition: FlagDefinition;
  fingerprint: string | null;
}

const defined = (definition: FlagDefinition): Defined => ({
  definition,
  fingerprint: fingerprintOf(definition),
});

/**
 * What a change of a flag comes to as things stand; nothing where everything is so already.
 * @throws FieldError, FlagConflictError, NotFoundError
 */
export async function decideSet(
  parts: ActingParts,
  input: Input,
  { flag, cells }: Look,
  by: string,
): Promise<NewChange[]> {
  const { fleet } = parts;
  await refuseSeen(parts, input, cells);
  const conflict = conflictOfAbout(flag, input);
  if (conflict) throw await conflictError(parts, flag.flag, conflict);
  const wishes = changesDefinition(input)
    ? wishesOf(parts, input, flag, cells)
    : [];
  if (wishes.length > 0 && flag.rollout !== undefined) {
    throw rolloutInTheWay(flag.flag, flag.rollout);
  }
  const after = aboutAfter(flag, input.about);
  const about = aboutWords(flag, after);
  if (wishes.length === 0 && about === '') return [];
  const sentence = [
    wishes.length > 0 && wishWords(fleet, wishes),
    about && `${about} changed`,
  ];
  return [
    newChange(
      parts,
      { reason: input.reason, by },
      {
        kind: wishes.length > 0 ? 'set' : 'about',
        flag: after,
        aboutSeen: flag,
        cells,
        wishes,
        sentence: sentence.filter(Boolean).join('; '),
      },
    ),
  ];
}

/** The flag's service in the clusters that a change is about. @throws FieldError */
export const targetsOfSet = (
  parts: Pick<ActingParts, 'settings' | 'fleet'>,
  input: Input,
  { flag, cells }: Look,
): Target[] =>
  targetsOf(parts, flag.service, clustersOfSet(parts, input, cells));

/** @throws FieldError */
function clustersOfSet(
  parts: Pick<ActingParts, 'settings' | 'fleet'>,
  input: Input,
  cells: KeptCell[],
): string[] {
  const having = presentCells(cells).map(({ cluster }) => cluster);
  return clustersAsked(parts, input, new Set(having));
}

function wishesOf(
  parts: ActingParts,
  input: Input,
  flag: KeptFlag,
  cells: KeptCell[],
): NewWish[] {
  const present = presentCells(cells);
  const byCluster = new Map(present.map(cell => [cell.cluster, cell]));
  // Most clusters have the same: each definition is worked out once.
  const known = new Map<string, Defined>();
  return clustersOfSet(parts, input, cells).flatMap(cluster => {
    const { wanted } =
      byCluster.get(cluster) ?? exampleFor(parts.fleet, cluster, present) ?? {};
    if (!wanted) return [];
    const key = wanted.fingerprint ?? '';
    const after =
      known.get(key) ??
      defined(definitionAfter(flag, input, wanted.definition));
    known.set(key, after);
    const { definition, fingerprint } = after;
    const before = byCluster.get(cluster)?.wanted.fingerprint ?? null;
    return before === fingerprint ? [] : [{ cluster, definition }];
  });
}

/** Somebody decided on what they saw: it has to be so still. */
async function refuseSeen(
  parts: ActingParts,
  { flag, seen = {} }: Input,
  cells: KeptCell[],
): Promise<void> {
  const byCluster = new Map(cells.map(cell => [cell.cluster, cell]));
  for (const [cluster, known] of Object.entries(seen)) {
    const wanted = byCluster.get(cluster)?.wanted;
    const revision = wanted?.revision ?? 0;
    if (revision !== known) {
      const change = wanted?.change;
      const conflict = { kind: 'seen' as const, cluster, revision, change };
      throw await conflictError(parts, flag, conflict);
    }
  }
}
