/** Body of `POST /faults`, where it is about a neighbour. */
export interface FaultWish<F extends string> {
  neighbour: string;
  fault: F;
  /** Names of calls; absent: all of them. */
  calls?: string[];
  /** Holds for so many calls; absent: until another is set. */
  times?: number;
}

/** What is wrong with a neighbour: the fault set last holds. */
export class NeighbourFaults<F extends string> {
  #wish?: Omit<FaultWish<F>, 'neighbour'>;

  /**
   * @param name - as `POST /faults` calls the neighbour
   * @param known - each fault with what clients see of it; one is `none`
   */
  constructor(
    readonly name: string,
    private readonly known: Record<F | 'none', string>,
  ) {}

  /** What is wrong now, whatever the call. */
  get current(): F | 'none' {
    return this.#wish?.fault ?? 'none';
  }

  /** Switches a fault on, in place of the last. */
  set(
    fault: F | 'none',
    limits: Pick<FaultWish<F>, 'calls' | 'times'> = {},
  ): void {
    this.#wish =
      fault === 'none' ? undefined : { ...limits, fault: fault as F };
  }

  /** What holds for a call, which counts as one of `times`. */
  meet(call: string): F | 'none' {
    const wish = this.#wish;
    if (!wish || (wish.calls && !wish.calls.includes(call))) return 'none';
    if (wish.times !== undefined && --wish.times === 0) this.#wish = undefined;
    return wish.fault;
  }

  /** For `Neighbour.faults`. */
  faults(): Record<string, string> {
    return { [this.name]: this.current };
  }

  /** For `Neighbour.concerns`. */
  concerns(wish: Partial<FaultWish<F>>): boolean {
    return wish.neighbour === this.name;
  }

  /** For `Neighbour.switchFault`. */
  switchFault(wish: Partial<FaultWish<F>>): string | undefined {
    const { fault, calls, times } = wish;
    if (!fault || !Object.hasOwn(this.known, fault)) {
      return `"fault" must be one of ${Object.keys(this.known).join(', ')}.`;
    }
    this.set(fault, { calls, times });
    return undefined;
  }
}
