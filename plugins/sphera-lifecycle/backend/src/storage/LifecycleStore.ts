import type { KeptLifecycle } from '../path/KeptLifecycle';

/** How far services have come, shared by all replicas. */
export interface LifecycleStore {
  all(): Promise<KeptLifecycle[]>;
  get(service: string): Promise<KeptLifecycle | undefined>;
  /** Keeps those of services that have none yet. */
  add(lifecycles: readonly KeptLifecycle[]): Promise<void>;
  /**
   * Changes one, however many do so in the same moment: `change` is asked again where somebody was faster. Nothing is
   * written where it gives back what it got.
   * @throws NotFoundError
   */
  change(
    service: string,
    change: (kept: KeptLifecycle) => KeptLifecycle,
  ): Promise<KeptLifecycle>;
}
