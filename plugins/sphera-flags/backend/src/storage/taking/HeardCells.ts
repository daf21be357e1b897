import { cellId } from '../rows/cellRow';
import { HeardCell } from './HeardCell';
import type { HeardRow } from './HeardRow';

/** The cells that a batch of reports speaks of, while it is taken. */
export class HeardCells {
  private readonly byId = new Map<string, HeardCell>();
  private readonly byCluster = new Map<string, HeardCell[]>();

  /** @param rows - those that the database has, locked */
  constructor(rows: readonly HeardRow[]) {
    for (const row of rows) this.add(HeardCell.of(row));
  }

  get(cluster: string, flag: string): HeardCell | undefined {
    return this.byId.get(cellId(cluster, flag));
  }

  /** One that nobody wants there, from now on among them. */
  addLeftOver(cluster: string, flag: string): HeardCell {
    return this.add(HeardCell.leftOver(cluster, flag));
  }

  all(): HeardCell[] {
    return [...this.byId.values()];
  }

  in(cluster: string): readonly HeardCell[] {
    return this.byCluster.get(cluster) ?? [];
  }

  private add(cell: HeardCell): HeardCell {
    const { id, cluster } = cell.row;
    this.byId.set(id, cell);
    const others = this.byCluster.get(cluster);
    if (others) others.push(cell);
    else this.byCluster.set(cluster, [cell]);
    return cell;
  }
}
