import { setFlag } from '@sphera/plugin-flags-common';
import type { InputOf } from '@sphera/plugin-operations-common';
import type {
  OperationCall,
  OperationsService,
} from '@sphera/plugin-operations-node';
import type { NewChange } from '../storage/FlagStore';
import type { ActingParts } from './ActingParts';
import { carryOut } from './carryOut';
import { targetsOf } from './choosing/targetsOf';
import { checkGuardrails } from './guardrail';
import { look, type Look } from './look';
import { OncePerCall } from './OncePerCall';
import { clustersOfSet, decideSet } from './set';

type Input = InputOf<typeof setFlag>;

/**
 * Opens the door of `set-flag`. Whom a call is about, its guardrails and its first try stand on one look: where that is
 * outdated when it is written, the store says so, and it is looked and decided anew.
 */
export function handleSet(
  operations: OperationsService,
  parts: ActingParts,
): void {
  const looks = new OncePerCall<Look>();
  const decisions = new OncePerCall<NewChange[]>();

  const lookFor = (input: Input) =>
    looks.get(input, () => look(parts, input.flag));
  const decide = ({ input, actor }: OperationCall<typeof setFlag>) =>
    decisions.get(input, async () =>
      decideSet(parts, input, await lookFor(input), actor.ref),
    );

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
        const { flag, cells } = await lookFor(input);
        const clusters = clustersOfSet(parts, input, cells);
        return targetsOf(parts, flag.service, clusters);
      },
      guardrails: [async call => checkGuardrails(parts, await decide(call))],
    },
  );
}
