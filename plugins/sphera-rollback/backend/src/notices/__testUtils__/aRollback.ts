import type { KeptRollback } from '../../running/KeptRollback';

/** A rollback that began just now. */
export function aRollback(changes: Partial<KeptRollback> = {}): KeptRollback {
  return {
    id: '2f1c8a54-0f7e-4a52-9b7b-5d1c3c9f6a11',
    kind: 'rollback',
    service: 'component:default/quotes',
    environment: 'production',
    regions: ['eu-central-1', 'us-east-1'],
    version: '4.11.7',
    from: '4.12.1',
    reason: 'prices are wrong',
    startedBy: 'user:default/dana',
    author: { name: 'Dana Okafor' },
    startedAt: Date.now(),
    state: 'running',
    sentence: 'Rolling out',
    steps: [],
    files: [],
    clusters: [],
    commits: [],
    lock: { isWanted: true },
    canStop: true,
    isNotified: false,
    slack: { channel: '#booking', mayBeThere: false, isOver: false },
    ...changes,
  };
}
