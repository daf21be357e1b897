import {
  type Flag,
  type Rings,
  type Rollout,
  startRollout,
} from '@sphera/plugin-flags-common';
import {
  isConflict,
  useMay,
  useOperationMutation,
  wrongInput,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { definitionOf } from '../form/draft/definitionOf';
import { firstDraft } from '../form/draft/firstDraft';
import { compare } from '../form/preview/comparison';
import { wholeChange } from '../form/preview/wholeChange';
import { draftsOf, ringProblems, ringsInput } from './rings/RingDraft';

/** A roll-out as it is being written. */
export function useRolloutStart(options: {
  /** As it is now. */
  flag: Flag;
  configured: Rings;
  onDone(rollout: Rollout): void;
  /** Something was another way than was thought. */
  onConflict(): void;
}) {
  const { flag, configured, onDone, onConflict } = options;
  const [looked, setLooked] = useState(flag);
  const [draft, setDraft] = useState(() => firstDraft(flag));
  const [rings, setRings] = useState(() => draftsOf(configured.rings));
  const [soak, setSoak] = useState(configured.soak);
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const starting = useOperationMutation(startRollout, {
    quiet: true,
    onSuccess: onDone,
  });
  const missing = wrongInput(startRollout, { reason });
  const wrongRings = ringProblems(rings);
  const definition =
    Object.keys(wrongRings).length > 0 ? undefined : definitionOf(draft);
  const isNothing =
    definition !== undefined &&
    rings.every(({ clusters }) =>
      compare(clusters, flag.cells, () => definition).every(
        ({ isSame }) => isSame,
      ),
    );
  const mayNot = !useMay(startRollout, { service: flag.service });
  const submit = () => {
    setTried(true);
    if (!definition || missing) return;
    starting.mutate(
      {
        flag: flag.flag,
        ...wholeChange(definition),
        rings: ringsInput(rings, configured.rings),
        soak: soak === configured.soak ? undefined : soak,
        reason,
      },
      { onError: failure => isConflict(failure) && onConflict() },
    );
  };
  return {
    looked,
    /** Goes on from how the flag is now. */
    look() {
      setLooked(flag);
      starting.reset();
    },
    draft,
    setDraft,
    rings,
    setRings,
    wrongRings,
    soak,
    setSoak,
    reason,
    setReason,
    /** What the flag becomes; undefined while something is wrong. */
    definition,
    obstacle: obstacleOf(flag, mayNot, isNothing),
    hasProblems: hasTried && !definition,
    error: starting.error ?? (hasTried ? missing : null),
    isPending: starting.isPending,
    submit,
  };
}

function obstacleOf(
  flag: Flag,
  mayNot: boolean,
  isNothing: boolean,
): string | undefined {
  if (mayNot) return 'You may not roll out flags of this service.';
  if (flag.rollout) return 'It is being rolled out already.';
  return isNothing
    ? 'Nothing is another than before: say what the flag becomes.'
    : undefined;
}
