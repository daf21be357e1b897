import type { Cell, CellState } from '@sphera/plugin-flags-common';
import { NOTABLE_STATES, type NotableState } from '../parts/stateWords';

/** What the clusters of a flag are narrowed to. */
export interface CellsQuestion {
  environment?: string;
  region?: string;
  state?: NotableState;
  /** Stands first, whatever else there is. */
  cluster?: string;
}

/** The question that an address asks. */
export function readCellsQuestion(query: URLSearchParams): CellsQuestion {
  const text = (field: string) => query.get(field) || undefined;
  return {
    environment: text('environment'),
    region: text('region'),
    state: NOTABLE_STATES.find(state => state === query.get('state')),
    cluster: text('cluster'),
  };
}

/** The address that asks a question. */
export function writeCellsQuestion(question: CellsQuestion): URLSearchParams {
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries(question)) {
    if (value) query.set(field, value);
  }
  return query;
}

/** Whether a question leaves a cluster out. */
export function isNarrowed(question: CellsQuestion): boolean {
  const { environment, region, state } = question;
  return Boolean(environment || region || state);
}

const ORDER: readonly CellState[] = [...NOTABLE_STATES, 'in-step', 'absent'];

/** The clusters that were asked for: the one that was named first, then those that somebody may want to look at. */
export function cellsAsked(
  cells: readonly Cell[],
  question: CellsQuestion,
): Cell[] {
  const { environment, region, state, cluster } = question;
  const rank = (cell: Cell) =>
    cell.cluster === cluster ? -1 : ORDER.indexOf(cell.state);
  return cells
    .filter(
      cell =>
        (!environment || cell.environment === environment) &&
        (!region || cell.region === region) &&
        (!state || cell.state === state),
    )
    .sort((a, b) => rank(a) - rank(b));
}

const MENDED: readonly CellState[] = ['changed', 'refused'];

/** Whether sending what is wanted once more may help a cluster. */
export function isMendable(cell: Pick<Cell, 'state'>): boolean {
  return MENDED.includes(cell.state);
}

/** `25 clusters: 20 in step, 3 on its way` as counts by state, the most urgent first. */
export function countStates(
  cells: readonly Cell[],
): Array<{ state: CellState; count: number }> {
  return ORDER.map(state => ({
    state,
    count: cells.filter(cell => cell.state === state).length,
  })).filter(({ count }) => count > 0);
}
