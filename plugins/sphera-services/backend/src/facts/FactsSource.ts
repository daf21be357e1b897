import { isDeepStrictEqual } from 'node:util';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { StaleFacts } from '@sphera/plugin-services-common';
import type { ServiceFacts } from '@sphera/plugin-services-node';

/** What a source needs from the world around it. */
export interface FactsSourceParts {
  logger: LoggerService;
  now(): Date;
  /** Milliseconds after which a capability that does not answer counts as failing. */
  patienceMs: number;
}

/**
 * What one capability last said of all services. Where it fails, the last values
 * stay: an old lock on the page is better than a page without it.
 */
export class FactsSource {
  /** By entity ref. */
  values: ReadonlyMap<string, JsonValue> = new Map();
  /** Set until the capability first answers, and while it fails. */
  stale?: StaleFacts;

  private knownAt?: Date;
  private running?: Promise<void>;
  private again = false;
  private failed = false;

  constructor(
    readonly facts: ServiceFacts,
    private readonly parts: FactsSourceParts,
  ) {
    this.stale = { id: facts.id };
  }

  /**
   * Asks the capability; never throws. A call while another is under way asks
   * once more after it, however many there are: what changed meanwhile may not
   * be in the first answer.
   * @returns whether the values or their staleness are other than before
   */
  async renew(services: () => readonly ServiceEntry[]): Promise<boolean> {
    if (this.running) {
      this.again = true;
      await this.running;
      return false;
    }
    const before = { values: this.values, stale: this.stale };
    this.running = this.askUntilQuiet(services);
    await this.running;
    return !isDeepStrictEqual(before, {
      values: this.values,
      stale: this.stale,
    });
  }

  private async askUntilQuiet(services: () => readonly ServiceEntry[]) {
    try {
      do {
        this.again = false;
        await this.ask([...services()]);
      } while (this.again);
    } finally {
      this.running = undefined;
    }
  }

  private async ask(services: ServiceEntry[]) {
    const { facts, parts } = this;
    try {
      this.values = await within(parts.patienceMs, facts.forAll(services));
      this.knownAt = parts.now();
      this.stale = undefined;
      this.failed = false;
    } catch (error) {
      this.stale = { id: facts.id, since: this.knownAt?.toISOString() };
      // Once, not at every attempt: a capability that is down stays so for a while.
      if (!this.failed) {
        parts.logger.warn(
          `Facts "${
            facts.id
          }" could not be renewed, rows keep the last ones: ${stringifyError(
            error,
          )}`,
        );
      }
      this.failed = true;
    }
  }
}

async function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`No answer within ${ms} ms`)),
      ms,
    );
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
