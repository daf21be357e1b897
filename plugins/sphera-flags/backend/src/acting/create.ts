import type { createFlag, FlagDefinition } from '@sphera/plugin-flags-common';
import type { InputOf, Target } from '@sphera/plugin-operations-common';
import { FieldError } from '@sphera/plugin-operations-node';
import { checkNamespace } from '../namespaces/checkNamespace';
import type { NewChange } from '../storage/FlagStore';
import type { KeptFlag } from '../storage/Kept';
import type { ActingParts } from './ActingParts';
import type { Accepted } from './carryOut';
import { carryOut } from './carryOut';
import { checkClusters } from './choosing/clustersAsked';
import { targetsOf } from './choosing/targetsOf';
import { definitionAfter } from './definitions/definitionAfter';
import { newChange } from './newChange';
import { wishWords } from './words/wishWords';

type Input = InputOf<typeof createFlag>;

/** @throws FieldError where the service or a cluster is not there */
export async function targetsOfNew(
  parts: Pick<ActingParts, 'directory' | 'settings' | 'fleet'>,
  { service, clusters }: Input,
): Promise<Target[]> {
  const { directory, settings } = parts;
  checkClusters(settings, clusters);
  if (!(await directory.get(service, { fresh: true }))) {
    throw new FieldError(
      'service',
      `must be a service of the catalog: it has no ${service}`,
    );
  }
  return targetsOf(parts, service, clusters ?? settings.clusters);
}

/** Creates a flag that was never there. @throws FieldError, FlagConflictError */
export async function create(
  parts: ActingParts,
  input: Input,
  by: string,
): Promise<Accepted> {
  // A claim of this very moment counts as one that came after: as where the flag was there before.
  await checkNamespace(parts.stores.namespaces, input);
  return carryOut(parts, async () => [newFlag(parts, input, by)]);
}

function newFlag(parts: ActingParts, input: Input, by: string): NewChange {
  const { clock, settings, fleet } = parts;
  const { flag, service, type, description, purpose, owner, endsOn } = input;
  const at = clock.now();
  const kept: KeptFlag = {
    flag,
    service,
    type,
    description,
    purpose,
    owner,
    endsOn,
    createdAt: at,
    createdBy: by,
    changedAt: at,
    changedBy: by,
  };
  const definition = firstDefinition(input);
  const named = new Set(input.clusters ?? settings.clusters);
  const wishes = settings.clusters
    .filter(cluster => named.has(cluster))
    .map(cluster => ({ cluster, definition }));
  const change = newChange(
    parts,
    { reason: input.reason, by },
    {
      kind: 'create',
      flag: kept,
      cells: [],
      wishes,
      sentence: `Created: ${wishWords(fleet, wishes)}`,
    },
  );
  // What is left over in a cluster under this key is simply followed by a higher revision.
  return { ...change, flagMust: 'be new', seen: undefined };
}

function firstDefinition({
  flag,
  type,
  state,
  variants,
  defaultVariant,
  targeting,
  percentages,
}: Input): FlagDefinition {
  const change = { variants, defaultVariant, targeting, percentages };
  return definitionAfter({ flag, type }, change, {
    state,
    variants,
    defaultVariant,
  });
}
