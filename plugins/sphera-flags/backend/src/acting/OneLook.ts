import type { Target } from '@sphera/plugin-operations-common';
import { FlagConflictError } from '../errors';
import { OncePerCall } from './OncePerCall';

/** Where something is to be wanted. */
interface Reached {
  flag: { flag: string; service: string };
  clusters: string[];
}

const placeOf = (service = '', cluster = '') => `${service} ${cluster}`;

/**
 * What a call stands on: whom it is about, its guardrails and its first try see the same. Where that is outdated when it
 * is written, it is looked anew, but for no more than before, since for the rest nobody was asked whether the caller may.
 */
export class OneLook<I extends object, L> {
  readonly #looks = new OncePerCall<L>();
  readonly #targets = new OncePerCall<Target[]>();

  /**
   * @param look - at what a call needs to know
   * @param targets - what it acts on by its first look
   */
  constructor(
    private readonly look: (input: I) => Promise<L>,
    private readonly targets: (input: I, look: L) => Target[],
  ) {}

  /** As things stand for this call. */
  async get(input: I): Promise<L> {
    return this.#looks.get(input, () => this.look(input));
  }

  /** It is outdated. */
  forget(input: I): void {
    this.#looks.forget(input);
  }

  /** What the call acts on, and goes on to act on. */
  async targetsOf(input: I): Promise<Target[]> {
    return this.#targets.get(input, async () =>
      this.targets(input, await this.get(input)),
    );
  }

  /** @throws FlagConflictError naming a cluster that came into it after the call had begun */
  async refuseBeyond(input: I, reached: Reached[]): Promise<void> {
    const targets = await this.targetsOf(input);
    const known = new Set(
      targets.map(one => placeOf(one.service, one.cluster)),
    );
    for (const { flag, clusters } of reached) {
      const service = flag.service || undefined;
      const beyond = clusters.find(name => !known.has(placeOf(service, name)));
      if (beyond === undefined) continue;
      throw new FlagConflictError(
        `${flag.flag} came to ${beyond} in this moment: look again`,
        { cluster: beyond },
      );
    }
  }
}
