import { growingWait, type Clock } from '@sphera/plugin-operations-common';
import type { AgentLogger } from '../AgentLogger';
import { FlagsDocument } from '../document/FlagsDocument';
import {
  PlaceChangedError,
  PlaceError,
  type FlagPlace,
  type Kept,
} from '../places/FlagPlace';
import type { ReportOf } from '../reports/ReportBody';
import { fitting } from './fitting';
import { HalfWrittenError, PlaceReader, type Found } from './PlaceReader';
import type { WishBook } from './WishBook';
import { changesFor } from './wishesToApply';

/** How often it begins anew at once, where somebody else changes the place under its hands. */
const TRIES = 5;
const LONGEST_WAIT_MS = 30_000;

/** What a keeper needs, and whom it tells. */
export interface KeeperDeps {
  place: FlagPlace;
  wishes: WishBook;
  clock: Clock;
  logger: AgentLogger;
  onAnswers(answers: ReportOf<'acknowledgement' | 'refusal'>[]): void;
  /** What is in the place was seen for the first time, or somebody else changed it. */
  onForeignChange(): void;
  /** What keeps it from going on, in one sentence; `undefined`: nothing. */
  onProblem(problem: string | undefined): void;
  /** What was of no use is kept under this name, and all was written anew. */
  onSetAside(name: string): void;
}

/** Brings the place to what was wished, one step after the other, and tries again where it cannot be read or written. */
export class Keeper {
  /** What the place held when it was last seen. */
  document = FlagsDocument.empty;
  private readonly reader: PlaceReader;
  /** Text of that; undefined: it was not seen yet. */
  private seen: string | undefined;
  private isForeign = false;
  private mayApply = false;
  private tries = 0;
  private turn: Promise<void> = Promise.resolve();
  private callOff = () => {};
  private isStopped = false;

  constructor(private readonly deps: KeeperDeps) {
    this.reader = new PlaceReader(deps.place, deps.clock);
  }

  get isSeen(): boolean {
    return this.seen !== undefined;
  }

  /**
   * All that had been wished is known: from now on settling applies it. Before, a flag that was removed long ago would
   * come back for a moment.
   */
  begin(): void {
    this.mayApply = true;
  }

  /**
   * Looks at the place, writes what is missing and answers what was asked. Resolved after one try; where that fails, it
   * tries again by itself.
   */
  async settle(): Promise<void> {
    this.turn = this.turn.then(() => this.attempt());
    return this.turn;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    this.callOff();
    await this.turn;
  }

  private async attempt(): Promise<void> {
    if (this.isStopped) return;
    this.callOff();
    try {
      await this.work();
      this.tries = 0;
      this.deps.onProblem(undefined);
    } catch (error) {
      this.failed(error as Error);
    }
    if (this.isForeign) this.deps.onForeignChange();
    this.isForeign = false;
  }

  private async work(): Promise<void> {
    for (let tries = 1; ; tries++) {
      const found = await this.reader.read();
      const { kept, document } = found;
      this.isForeign ||= kept?.text !== this.seen;
      this.sees(document, kept);
      try {
        await (this.mayApply ? this.apply(found) : this.look(found));
        return;
      } catch (error) {
        if (!(error instanceof PlaceChangedError) || tries === TRIES) {
          throw error;
        }
      }
    }
  }

  /** Flagd wants a file to begin with; nothing else is touched. */
  private async look({ kept, document, broken }: Found): Promise<void> {
    if (broken) throw new PlaceError(broken);
    if (!kept) this.sees(document, await this.put(document, kept));
  }

  private async apply(found: Found): Promise<void> {
    const { wishes, place, onAnswers } = this.deps;
    const { document, isLost } = found;
    const kept = await this.withoutBroken(found);
    const missing = wishes.missingIn(document, isLost);
    const { fits, tooMuch } = fitting(document, missing, place.maxBytes);
    wishes.applying(fits);
    const next = document.with(changesFor(fits));
    if (isLost || fits.length) this.sees(next, await this.put(next, kept));
    const reason = `There is no room for it: ${place.name} can hold ${place.maxBytes} bytes`;
    onAnswers([...wishes.refuse(tooMuch, reason), ...wishes.settle(next)]);
  }

  private async put(document: FlagsDocument, over: Kept | undefined) {
    const kept = await this.deps.place.write(document.text(), over);
    this.reader.knows(kept, document);
    return kept;
  }

  private sees(document: FlagsDocument, kept: Kept | undefined): void {
    this.document = document;
    this.seen = kept?.text ?? '';
  }

  /** Keeps what is of no use beside the place; answers what is to be replaced then. */
  private async withoutBroken({ kept, broken }: Found) {
    if (!kept || !broken) return kept;
    const { place, clock, logger, onSetAside } = this.deps;
    const name = await place.setAside(kept.text, new Date(clock.now()));
    logger.warn(`${broken}; it is kept as ${name}`);
    onSetAside(name);
    // In a place of Kubernetes, setting aside was a change by itself.
    const now = await place.read();
    if (now?.text === kept.text) return now;
    throw new PlaceChangedError(`Somebody else changes ${place.name}`);
  }

  private failed(error: Error): void {
    if (this.isStopped) return;
    this.tries += 1;
    const { clock, logger, onProblem } = this.deps;
    if (!(error instanceof HalfWrittenError)) {
      const isExpected = error instanceof PlaceError;
      const sentence = isExpected
        ? error.message
        : `The agent failed: ${error.name}`;
      if (this.tries === 1) logger.error(sentence);
      if (!isExpected) logger.debug(error.stack ?? '');
      onProblem(sentence);
    }
    const wait = growingWait(this.tries, clock.random, LONGEST_WAIT_MS);
    this.callOff = clock.after(wait, () => void this.settle());
  }
}
