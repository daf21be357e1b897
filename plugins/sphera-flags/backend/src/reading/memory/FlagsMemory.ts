import type { CellMark } from '../../storage/FlagStore';
import type { KeptAgent, KeptCell, KeptFlag } from '../../storage/Kept';
import type { FlagSight } from './FlagSight';
import { SharedCells } from './SharedCells';

/** Every flag with its cells, and every agent: what pages are answered from. It follows the database. */
export class FlagsMemory {
  private readonly sights = new Map<string, FlagSight>();
  private readonly places: ReadonlyMap<string, number>;
  private readonly cells = new SharedCells();
  private known: readonly FlagSight[] | undefined;
  private readonly heard = new Map<string, KeptAgent>();
  /** When the oldest wish was written that waits for Kafka; absent: none waits. */
  queuedSince?: number;

  /** @param clusters - those that flags are sent to; cells of others are passed over */
  constructor(readonly clusters: readonly string[]) {
    this.places = new Map(clusters.map((name, place) => [name, place]));
  }

  /** Takes in what became different. */
  take({
    flags = [],
    cells,
    agents,
  }: {
    flags?: readonly KeptFlag[];
    cells: readonly KeptCell[];
    agents: readonly KeptAgent[];
  }): void {
    for (const kept of flags) this.sightOf(kept.flag).kept = kept;
    for (const cell of cells) {
      const place = this.places.get(cell.cluster);
      if (place === undefined) continue;
      this.sightOf(cell.flag).cells[place] = this.cells.shared(cell);
    }
    for (const agent of agents) this.heard.set(agent.cluster, agent);
  }

  /** Whether a cell is here as this says that it is; of clusters that flags are not sent to none has to be. */
  has({ flag, cluster, ...mark }: CellMark): boolean {
    const place = this.places.get(cluster);
    if (place === undefined) return true;
    const cell = this.sights.get(flag)?.cells[place];
    return (
      cell?.updatedAt === mark.updatedAt &&
      cell.wanted?.revision === mark.wanted &&
      cell.answer?.outcome === mark.answer &&
      (cell.reported?.revision ?? undefined) === mark.reported &&
      (cell.reported?.fingerprint ?? undefined) === mark.fingerprint
    );
  }

  /** By cluster. */
  get agents(): ReadonlyMap<string, KeptAgent> {
    return this.heard;
  }

  /** One flag; `undefined`: nobody knows it, and no cluster has it. */
  get(flag: string): FlagSight | undefined {
    return this.sights.get(flag);
  }

  /** All of them, by their keys. */
  all(): readonly FlagSight[] {
    this.known ??= [...this.sights.values()].sort((one, other) =>
      one.flag < other.flag ? -1 : 1,
    );
    return this.known;
  }

  private sightOf(flag: string): FlagSight {
    let sight = this.sights.get(flag);
    if (!sight) {
      sight = { flag, cells: new Array(this.clusters.length) };
      this.sights.set(flag, sight);
      this.known = undefined;
    }
    return sight;
  }
}
