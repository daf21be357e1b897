import { type Flag, setFlag } from '@sphera/plugin-flags-common';
import {
  isConflict,
  useMay,
  useOperationMutation,
  wrongInput,
} from '@sphera/plugin-operations-react';
import { useState } from 'react';
import { aboutChanges, aboutOf, aboutOn, saidOf } from '../form/about/About';
import { definitionOf } from '../form/draft/definitionOf';
import { firstDraft } from '../form/draft/firstDraft';
import { hasChanged, seenIn } from '../form/Meanwhile';
import { compare } from '../form/preview/comparison';
import { wholeChange } from '../form/preview/wholeChange';
import { havingClusters } from '../form/startingPoint';

/**
 * A change of a flag as it is being written. It stands on the flag as one looked at it; what others do meanwhile does not
 * slip in unseen.
 */
export function useFlagChange(options: {
  /** As it is now. */
  flag: Flag;
  onDone(): void;
  /** Something was another way than was thought. */
  onConflict(): void;
}) {
  const { flag: now, onDone, onConflict } = options;
  const [looked, setLooked] = useState(now);
  const [draft, setDraft] = useState(() => firstDraft(now));
  const [about, setAbout] = useState(() => aboutOf(now));
  const [clusters, setClusters] = useState(() => havingClusters(now));
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const changing = useOperationMutation(setFlag, {
    quiet: true,
    onSuccess: onDone,
  });
  const missing = wrongInput(setFlag, { reason });
  const definition = definitionOf(draft);
  const groups = definition
    ? compare(clusters, looked.cells, () => definition)
    : undefined;
  const changed = groups?.filter(({ isSame }) => !isSame) ?? [];
  const said = aboutChanges(about, aboutOf(looked));
  const obstacle = obstacleOf({
    flag: now,
    mayNot: !useMay(setFlag, { service: now.service }),
    isOther: hasChanged(looked, now),
    isNothing: Boolean(definition) && changed.length === 0 && !said,
  });
  const submit = () => {
    setTried(true);
    if (!definition || missing) return;
    const touched = changed.flatMap(one => one.clusters);
    changing.mutate(
      {
        flag: now.flag,
        ...(touched.length > 0 && {
          clusters: touched,
          ...wholeChange(definition),
          seen: seenIn(looked, touched),
        }),
        ...(said && { about: said, seenAbout: saidOf(aboutOf(looked)) }),
        reason,
      },
      { onError: failure => isConflict(failure) && onConflict() },
    );
  };
  return {
    looked,
    /** Goes on from how the flag is now. */
    look() {
      setAbout(aboutOn(aboutOf(now), about, aboutOf(looked)));
      setLooked(now);
      changing.reset();
    },
    draft,
    setDraft,
    about,
    setAbout,
    clusters,
    setClusters,
    reason,
    setReason,
    /** What becomes of the chosen clusters; undefined while the draft is wrong. */
    groups,
    obstacle,
    hasProblems: hasTried && !definition,
    error: changing.error ?? (hasTried ? missing : null),
    isPending: changing.isPending,
    submit,
  };
}

function obstacleOf(known: {
  flag: Flag;
  mayNot: boolean;
  isOther: boolean;
  isNothing: boolean;
}): string | undefined {
  if (known.mayNot) return 'You may not change flags of this service.';
  if (known.flag.rollout) {
    return 'It is being rolled out: wait for the end, or abort the roll-out.';
  }
  if (known.isOther) return 'Somebody changed it meanwhile: see above.';
  return known.isNothing ? 'Nothing is another than before.' : undefined;
}
