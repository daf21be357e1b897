import type { BusState } from '../../bus/Bus';
import { KeptState } from '../../bus/KeptState';
import type { KafkaBusOptions } from '../KafkaBusOptions';
import type { Problem } from './Problem';

/** How a bus stands, from what each part of it saw last: one that Kafka answered takes back that it was away. */
export class Health {
  readonly #kept: KeptState;
  readonly #doubters: Array<() => void> = [];
  readonly #problems = new Map<string, Problem>();

  constructor(
    private readonly options: Pick<KafkaBusOptions, 'clock' | 'logger'>,
  ) {
    this.#kept = new KeptState(options.clock);
  }

  get state(): BusState {
    return this.#kept.state;
  }

  onState(listener: (state: BusState) => void): void {
    this.#kept.onState(listener);
  }

  /** Calls when a connection was lost: somebody should look how Kafka is. */
  onDoubt(listener: () => void): void {
    this.#doubters.push(listener);
  }

  /** A connection was lost. */
  readonly doubt = () => {
    for (const tell of this.#doubters) tell();
  };

  /** A part got what it asked Kafka for. */
  well(part: string): void {
    this.#problems.delete(part);
    for (const [other, { state }] of this.#problems) {
      if (state === 'away') this.#problems.delete(other);
    }
    this.#tell();
  }

  /** A part cannot go on. */
  ill(part: string, problem: Problem): void {
    this.#problems.set(part, problem);
    this.#tell();
  }

  #tell(): void {
    const all = [...this.#problems.values()];
    const away = all.find(({ state }) => state === 'away');
    const sentences = new Set(all.map(({ sentence }) => sentence));
    const problem = away?.sentence ?? ([...sentences].join('; ') || undefined);
    const before = this.state;
    if (problem) this.#kept.is(away ? 'away' : 'wrong', problem);
    else this.#kept.is('connected');
    if (this.state === before) return;
    const { logger } = this.options;
    if (problem) logger.warn(problem);
    else logger.info('Kafka is connected');
  }
}
