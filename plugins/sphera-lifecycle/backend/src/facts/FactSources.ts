import type {
  FactDescription,
  FactSource,
  LifecycleFactsExtensionPoint,
} from '@sphera/plugin-lifecycle-node';

const SOURCE_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** What comes after the colon is the name of an environment, or of something like it. */
const FACT_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*(:[a-z0-9]+(-[a-z0-9]+)*)?$/;
const LONGEST = 63;
const LONGEST_FACT = 127;
/** Looking more often than this is for `onChange`; milliseconds. */
const LEAST_BETWEEN_LOOKS = 1_000;

/** The sources that were added while the backend starts. */
export class FactSources implements LifecycleFactsExtensionPoint {
  readonly #sources = new Map<string, FactSource>();
  readonly #descriptions = new Map<string, FactDescription>();

  /** In the order in which they were added. */
  get all(): FactSource[] {
    return [...this.#sources.values()];
  }

  /** What all of them can tell, by fact id. */
  get descriptions(): ReadonlyMap<string, FactDescription> {
    return this.#descriptions;
  }

  addSource(source: FactSource): void {
    const { id, facts, lookEvery } = source;
    if (!SOURCE_ID.test(id) || id.length > LONGEST) {
      throw new Error(
        `The id of a source of facts must be kebab-case of at most ${LONGEST} characters, like image-registry; "${id}" is not`,
      );
    }
    if (this.#sources.has(id)) {
      throw new Error(
        `There is a source of facts "${id}" already: choose another id`,
      );
    }
    if (!(lookEvery >= LEAST_BETWEEN_LOOKS && Number.isFinite(lookEvery))) {
      throw new Error(
        `lookEvery of the source "${id}" must be a number of milliseconds, ${LEAST_BETWEEN_LOOKS} or more; ${lookEvery} is not`,
      );
    }
    const own = new Set<string>();
    for (const fact of facts) {
      this.#check(fact.id, id, own);
      own.add(fact.id);
    }
    this.#sources.set(id, source);
    for (const fact of facts) this.#descriptions.set(fact.id, fact);
  }

  #check(fact: string, source: string, own: ReadonlySet<string>): void {
    if (!FACT_ID.test(fact) || fact.length > LONGEST_FACT) {
      throw new Error(
        `The id of a fact must be kebab-case, like image-pushed or healthy-in:staging; "${fact}" of the source "${source}" is not`,
      );
    }
    const other = this.all.find(({ facts }) =>
      facts.some(({ id }) => id === fact),
    );
    if (other || own.has(fact)) {
      throw new Error(
        `The source "${source}" may not add the fact "${fact}": "${
          other?.id ?? source
        }" has one of that id already`,
      );
    }
  }
}
