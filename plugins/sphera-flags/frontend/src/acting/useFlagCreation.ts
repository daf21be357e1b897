import { createFlag, type Rings } from '@sphera/plugin-flags-common';
import {
  useMay,
  useOperationMutation,
  wrongInput,
} from '@sphera/plugin-operations-react';
import { useFleet } from '@sphera/plugin-services-react';
import { useState } from 'react';
import { aboutInput, nothingSaid } from '../form/about/About';
import { clustersOfRings } from '../form/clusters/OfferedCluster';
import { definitionOf } from '../form/draft/definitionOf';
import { readyMade } from '../form/draft/readyMade';
import { useKeyProblem } from '../form/useKeyProblem';

/** A new flag as it is being written. */
export function useFlagCreation(options: {
  /** Entity ref, where it is known already. */
  service: string | undefined;
  rings: Rings | undefined;
  onDone(flag: string): void;
}) {
  const { rings, onDone } = options;
  const fleet = useFleet();
  const [flag, setFlag] = useState('');
  const [service, setService] = useState(options.service);
  const [draft, setDraft] = useState(() => readyMade('boolean'));
  const [about, setAbout] = useState(nothingSaid);
  const [picked, setPicked] = useState<string[]>();
  const [reason, setReason] = useState('');
  const [hasTried, setTried] = useState(false);
  const creating = useOperationMutation(createFlag, {
    quiet: true,
    onSuccess: () => onDone(flag),
  });
  const key = useKeyProblem(flag);
  const offered = clustersOfRings(fleet, rings);
  const clusters = picked ?? offered.map(({ cluster }) => cluster);
  const definition = definitionOf(draft);
  const missing = wrongInput(createFlag, { service: service ?? '', reason });
  const isWrong =
    !definition ||
    Boolean(key.problem) ||
    clusters.length === 0 ||
    missing !== null;
  const may = useMay(createFlag, { service });
  const submit = () => {
    setTried(true);
    if (isWrong) return;
    creating.mutate({
      flag,
      service: service ?? '',
      type: draft.type,
      ...definition,
      ...aboutInput(about),
      clusters: clusters.length < offered.length ? clusters : undefined,
      reason,
    });
  };
  return {
    flag,
    setFlag,
    isFree: key.isFree,
    /** What is wrong with the key, once one has written some of it. */
    keyProblem: flag || hasTried ? key.problem : undefined,
    service,
    setService,
    draft,
    setDraft,
    about,
    setAbout,
    offered,
    clusters,
    setClusters: setPicked,
    reason,
    setReason,
    /** What the flag is; undefined while something is wrong with it. */
    definition,
    obstacle:
      service && !may ? 'You may not create flags of this service.' : undefined,
    hasProblems: hasTried && isWrong,
    error: creating.error ?? (hasTried ? missing : null),
    isPending: creating.isPending,
    submit,
  };
}
