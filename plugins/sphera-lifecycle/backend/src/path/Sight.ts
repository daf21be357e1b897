import type { Fact } from '@sphera/plugin-lifecycle-common';
import type { FactDescription } from '@sphera/plugin-lifecycle-node';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { LifecyclePath } from '../settings/LifecyclePath';
import type { KeptApproval } from './KeptApproval';
import type { KeptLifecycle } from './KeptLifecycle';

/** All that it takes to say where one service stands. */
export interface Sight {
  path: LifecyclePath;
  descriptions: ReadonlyMap<string, FactDescription>;
  service: Pick<ServiceEntry, 'ref' | 'type'>;
  /** By id; those that nobody looked at are not there. */
  facts: ReadonlyMap<string, Fact>;
  /** The latest of each step, by the name of the step. */
  approvals: ReadonlyMap<string, KeptApproval>;
  /** What a person or a group is called, by entity ref. */
  nameOf: (ref: string) => string;
}

/** The same, and how far it has come. */
export interface SightOnTheWay extends Sight {
  kept: KeptLifecycle;
}
