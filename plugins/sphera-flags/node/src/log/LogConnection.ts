import {
  type Clock,
  growingWait,
  pause,
} from '@sphera/plugin-operations-common';
import { BusAwayError, type SentRecord } from '../bus/Bus';
import { KeptState } from '../bus/KeptState';
import type { Log } from './Log';
import { UnknownTopicError } from './UnknownTopicError';

/** The way to a log: tells how it stands, and goes on trying. */
export class LogConnection {
  readonly kept: KeptState;
  readonly #stopped = new AbortController();

  constructor(readonly log: Log, private readonly clock: Clock) {
    this.kept = new KeptState(clock);
  }

  /** Aborted once the bus is stopped. */
  get stopped(): AbortSignal {
    return this.#stopped.signal;
  }

  stop(): void {
    this.#stopped.abort();
  }

  /**
   * Asks the log once; what fails because it was called off says nothing of the log.
   * @throws BusAwayError
   */
  async ask<T>(
    question: (log: Log) => Promise<T>,
    signal = this.stopped,
  ): Promise<T> {
    try {
      const answer = await question(this.log);
      this.kept.is('connected');
      return answer;
    } catch (error) {
      const { message } = error as Error;
      if (!signal.aborted && !this.stopped.aborted) {
        this.kept.is(
          error instanceof UnknownTopicError ? 'wrong' : 'away',
          message,
        );
      }
      throw new BusAwayError(message);
    }
  }

  /** Does something until it succeeds, each time after a longer wait; `undefined`: it was called off. */
  async insist<T>(
    attempt: () => Promise<T>,
    signal: AbortSignal,
  ): Promise<T | undefined> {
    for (let tries = 1; !signal.aborted; tries++) {
      try {
        return await attempt();
      } catch {
        const wait = growingWait(tries, this.clock.random);
        await pause(wait, this.clock, signal);
      }
    }
    return undefined;
  }

  /** Looks for the log, and again each time that it is lost. */
  async watch(
    look: () => Promise<unknown>,
    signal: AbortSignal,
  ): Promise<void> {
    while (!signal.aborted) {
      await this.insist(look, signal);
      await this.#lost(signal);
    }
  }

  /** @throws BusAwayError */
  async send(topic: string, records: SentRecord[]): Promise<void> {
    if (this.stopped.aborted) throw new BusAwayError('The bus was stopped');
    if (records.length === 0) return;
    await this.ask(log => log.append(topic, records));
  }

  #lost(signal: AbortSignal): Promise<void> {
    return new Promise(resolve => {
      let noMore = () => {};
      const look = () => {
        if (this.kept.state.state === 'connected' && !signal.aborted) return;
        noMore();
        signal.removeEventListener('abort', look);
        resolve();
      };
      noMore = this.kept.onState(look);
      signal.addEventListener('abort', look);
      look();
    });
  }
}
