import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { Fleet } from '@sphera/plugin-fleet-common';
import type { Lock } from '@sphera/plugin-locks-common';
import type { ServiceDirectory } from '@sphera/plugin-operations-node';
import { blocks, Clock, GateQuestion } from './lockRules';
import { StandingLocks } from './StandingLocks';

/** May it go ahead, and if not, what is in the way? */
export interface GateAnswer extends GateQuestion {
  allowed: boolean;
  /** Why not, where no lock is the cause. */
  reason?: string;
  locks: Lock[];
}

/** The one question that pipelines ask, answered from memory. */
export class Gate {
  constructor(
    private readonly parts: {
      memory: GateMemory;
      directory: Pick<ServiceDirectory, 'get'>;
      fleet: Pick<Fleet, 'environments'>;
      allowUnknownServices: boolean;
      clock: Clock;
    },
  ) {}

  /** @throws ServiceUnavailableError where it cannot be known what is locked. */
  async ask(question: GateQuestion): Promise<GateAnswer> {
    const standing = await this.parts.memory.recall();
    const now = this.parts.clock().toISOString();
    const locks = standing
      .on(question.service)
      .filter(lock => blocks(lock, question, now));
    const unknown =
      this.unknownEnvironment(question) ??
      (await this.unknownService(question));
    return {
      ...question,
      allowed: locks.length === 0 && unknown === undefined,
      ...(unknown !== undefined && { reason: unknown }),
      locks,
    };
  }

  private unknownEnvironment({ environment }: GateQuestion) {
    const known = this.parts.fleet.environments.map(({ name }) => name);
    if (environment === undefined || known.includes(environment)) {
      return undefined;
    }
    return `There is no environment "${environment}": it must be one of ${
      known.join(', ') || '(none configured)'
    }`;
  }

  private async unknownService({ service }: GateQuestion) {
    const { directory, allowUnknownServices } = this.parts;
    if (allowUnknownServices || (await directory.get(service))) {
      return undefined;
    }
    return `The software catalog has no service ${service}`;
  }
}

/** Longest that the gate is wrong about a change that nobody told this replica of. */
const KEPT_MS = 3_000;

/**
 * What is locked, kept for a short while. Whoever hears of a change makes it
 * forget; where nobody hears of one, the short while is the longest that it is wrong.
 */
export class GateMemory {
  private kept?: { locks: Promise<StandingLocks>; since: number };

  constructor(
    private readonly parts: {
      read: () => Promise<Lock[]>;
      clock: Clock;
      logger: Pick<LoggerService, 'error'>;
    },
  ) {}

  /** @throws ServiceUnavailableError where nothing is kept and nothing can be read. */
  async recall(): Promise<StandingLocks> {
    const now = this.parts.clock().getTime();
    if (!this.kept || now - this.kept.since >= KEPT_MS) {
      this.kept = { locks: this.read(), since: now };
    }
    const { kept } = this;
    try {
      return await kept.locks;
    } catch (error) {
      if (this.kept === kept) this.forget();
      throw error;
    }
  }

  /** Reads anew for whoever asks from now on; who asked before still gets what was true then. */
  forget(): void {
    this.kept = undefined;
  }

  private async read(): Promise<StandingLocks> {
    try {
      return new StandingLocks(await this.parts.read());
    } catch (error) {
      this.parts.logger.error(`What is locked cannot be read: ${error}`);
      throw new ServiceUnavailableError(
        'It cannot be told what is locked right now, since the database does not answer. Try again in a moment',
      );
    }
  }
}
