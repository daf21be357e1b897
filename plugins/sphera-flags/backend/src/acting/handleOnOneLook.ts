import type {
  killFlag,
  mendDrift,
  restoreFlag,
  retireFlag,
  setFlag,
} from '@sphera/plugin-flags-common';
import type {
  InputOf,
  OutputOf,
  Target,
} from '@sphera/plugin-operations-common';
import type {
  OperationCall,
  OperationsService,
} from '@sphera/plugin-operations-node';
import type { NewChange } from '../storage/FlagStore';
import type { ActingParts } from './ActingParts';
import { carryOut } from './carryOut';
import { checkGuardrails } from './guardrail';
import { OncePerCall } from './OncePerCall';
import { OneLook } from './OneLook';

/** Operations that change flags which are there; all answer alike. */
type Changing =
  | typeof setFlag
  | typeof retireFlag
  | typeof killFlag
  | typeof restoreFlag
  | typeof mendDrift;

/** How an operation comes to its changes. */
interface Deciding<I, L> {
  /** At what it needs to know. */
  look(input: I): Promise<L>;
  /** What it acts on, as it was seen. */
  targets(input: I, seen: L): Target[];
  /** What it comes to, as it was seen; nothing where everything is so already. */
  decide(input: I, seen: L, by: string): Promise<NewChange[]>;
  /** Whether it is held to the configured number of clusters at once. */
  isLimited?: boolean;
}

const reachedBy = ({ flag, wishes }: NewChange) => ({
  flag,
  clusters: wishes.map(({ cluster }) => cluster),
});

/** Opens the door of an operation whose targets, guardrails and changes stand on {@link OneLook}. */
export function handleOnOneLook<T extends Changing, L>(
  operations: OperationsService,
  parts: ActingParts,
  operation: T,
  { look, targets, decide, isLimited = false }: Deciding<InputOf<T>, L>,
): void {
  const looks = new OneLook(look, targets);
  const decisions = new OncePerCall<NewChange[]>();

  const decided = ({ input, actor }: OperationCall<T>) =>
    decisions.get(input, async () => {
      const changes = await decide(input, await looks.get(input), actor.ref);
      await looks.refuseBeyond(input, changes.map(reachedBy));
      if (isLimited) checkGuardrails(parts, changes);
      return changes;
    });
  const forget = (input: InputOf<T>) => {
    looks.forget(input);
    decisions.forget(input);
  };

  operations.handle(
    operation,
    async call =>
      carryOut(
        parts,
        () => decided(call),
        () => forget(call.input),
      ) as Promise<OutputOf<T>>,
    {
      target: async input => looks.targetsOf(input),
      guardrails: isLimited ? [async call => void (await decided(call))] : [],
    },
  );
}
