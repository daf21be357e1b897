import type { KeptAgent } from '../../storage/Kept';

/** Which clusters have not been heard for longer than they may be. */
export interface Silence {
  isSilent(cluster: string): boolean;
  /** When it was heard last, in milliseconds; absent: never. */
  heardAt(cluster: string): number | undefined;
}

/** As it is at a moment. */
export function silenceAt(
  now: number,
  agents: ReadonlyMap<string, Pick<KeptAgent, 'heardAt'>>,
  silentAfterMs: number,
): Silence {
  const heardAt = (cluster: string) => agents.get(cluster)?.heardAt;
  return {
    heardAt,
    isSilent: cluster => now - (heardAt(cluster) ?? 0) > silentAfterMs,
  };
}
