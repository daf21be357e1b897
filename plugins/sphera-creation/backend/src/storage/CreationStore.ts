import type { KeptCreation } from '../creations/KeptCreation';

/** Which creations are asked for. */
export interface CreationQuery {
  state?: KeptCreation['state'];
  /** Of one service. */
  name?: string;
}

/** Creations, shared by all replicas. */
export interface CreationStore {
  /** Keeps a new one; answers with the one that has its name, where there is one that is not undone. */
  add(creation: KeptCreation): Promise<KeptCreation | undefined>;
  get(id: string): Promise<KeptCreation | undefined>;
  /** The one that has a name: not undone. */
  named(name: string): Promise<KeptCreation | undefined>;
  /**
   * Changes one, however many do so in the same moment: `change` is asked again where somebody was faster.
   * What it throws is thrown, and nothing is changed.
   * @throws NotFoundError
   */
  change(
    id: string,
    change: (creation: KeptCreation) => KeptCreation,
  ): Promise<KeptCreation>;
  /** The newest first. */
  list(
    query: CreationQuery,
    part: { limit: number; offset: number },
  ): Promise<KeptCreation[]>;
  count(query: CreationQuery): Promise<number>;
}
