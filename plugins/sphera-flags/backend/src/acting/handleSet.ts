import { setFlag } from '@sphera/plugin-flags-common';
import type { InputOf } from '@sphera/plugin-operations-common';
import type {
  OperationCall,
  OperationsService,
} from '@sphera/plugin-operations-node';
import { FlagConflictError } from '../errors';
import type { NewChange } from '../storage/FlagStore';
import type { ActingParts } from './ActingParts';
import { carryOut } from './carryOut';
import { targetsOf } from './choosing/targetsOf';
import { checkGuardrails } from './guardrail';
import { look as lookAt, type Look } from './look';
import { OncePerCall } from './OncePerCall';
import { clustersOfSet, decideSet } from './set';

type Input = InputOf<typeof setFlag>;

/**
 * Opens the door of `set-flag`. Whom a call is about, its guardrails and its first try stand on one look: where that is
 * outdated when it is written, the store says so, and it is looked and decided anew: for no more clusters than before, since
 * for others nobody was asked whether the caller may.
 */
export function handleSet(
  operations: OperationsService,
  parts: ActingParts,
): void {
  const reaches = new OncePerCall<string[]>();
  const looks = new OncePerCall<Look>();
  const decisions = new OncePerCall<NewChange[]>();

  const lookFor = (input: Input) =>
    looks.get(input, () => lookAt(parts, input.flag));
  const reachOf = (input: Input) =>
    reaches.get(input, async () =>
      clustersOfSet(parts, input, (await lookFor(input)).cells),
    );
  const decide = ({ input, actor }: OperationCall<typeof setFlag>) =>
    decisions.get(input, async () => {
      const reach = await reachOf(input);
      const look = await lookFor(input);
      const changes = await decideSet(parts, input, look, actor.ref);
      refuseBeyond(reach, changes);
      return changes;
    });

  operations.handle(
    setFlag,
    async call =>
      carryOut(
        parts,
        () => decide(call),
        () => {
          looks.forget(call.input);
          decisions.forget(call.input);
        },
      ),
    {
      async target(input) {
        const { flag } = await lookFor(input);
        return targetsOf(parts, flag.service, await reachOf(input));
      },
      guardrails: [async call => checkGuardrails(parts, await decide(call))],
    },
  );
}

/** @throws FlagConflictError naming a cluster that came to have the flag after the call had begun */
function refuseBeyond(asked: string[], changes: NewChange[]): void {
  const reach = new Set(asked);
  for (const { wishes, flag } of changes) {
    const beyond = wishes.find(({ cluster }) => !reach.has(cluster));
    if (!beyond) continue;
    const { cluster } = beyond;
    throw new FlagConflictError(
      `${flag.flag} came to ${cluster} in this moment: look again`,
      { cluster },
    );
  }
}
