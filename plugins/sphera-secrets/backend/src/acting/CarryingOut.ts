import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { ChangeAnswer } from '@sphera/plugin-secrets-common';
import type { SecretValue } from '../adapters/SecretsClient';
import type { WrittenStore } from '../storage/WrittenStore';
import type { Change } from './Change';
import { ChangeUnderWay, type UnderWayParts } from './ChangeUnderWay';
import { conflictOf } from './conflict';
import type { FoundSecret } from './finding/SecretFinder';
import type { HeldChange, Holding } from './Holding';
import {
  advanceAnswer,
  noteAdvance,
  noteTakenBack,
  takenBackAnswer,
} from './noting';
import { nothingDone } from './sentences';
import { advance, isOvertaken, isReached } from './steps/advance';
import { attempt, look, type Progress, standingOf } from './steps/Progress';
import { takeBack } from './steps/takeBack';

/** A change with what is at hand to carry it out. */
export interface PlannedChange {
  change: Change;
  service: ServiceEntry;
  /** One for each place of the change, in their order. */
  found: readonly FoundSecret[];
  /** What the caller brought. */
  value?: SecretValue;
}

/** Carries changes out in all of their places, takes them on where they are half done, and back. */
export class CarryingOut {
  constructor(
    private readonly parts: UnderWayParts & {
      holding: Holding;
      written: WrittenStore;
    },
  ) {}

  /**
   * Makes a change everywhere or nowhere.
   * @throws PartlyDoneError where it is half done; ConflictError where somebody was
   * faster and PlaceError where AWS refused: then nothing was changed
   */
  async make(planned: PlannedChange): Promise<ChangeAnswer> {
    const { change, service, found, value } = planned;
    return this.parts.holding.begin(change, async held => {
      await this.noteAuthor(change);
      const all: Progress[] = change.places.map((place, index) => {
        const { client, listing } = found[index];
        return { place, client, listing, standing: standingOf(place, listing) };
      });
      const underWay = this.underWay(held, service, all, value);
      await advance(all, underWay.work, { allOrNothing: true });
      if (!all.every(isReached)) throw await this.giveUp(change, underWay);
      await underWay.end();
      return advanceAnswer(change, all, underWay.work);
    });
  }

  /**
   * Takes a half done change to the places that it did not reach. What somebody changed
   * since is left alone.
   * @throws PartlyDoneError where it still does not reach every place
   */
  async goOn(held: HeldChange, service: ServiceEntry): Promise<ChangeAnswer> {
    const { change } = held;
    const all = await this.lookAt(change);
    const underWay = this.underWay(held, service, all);
    await advance(all, underWay.work, { allOrNothing: false });
    if (all.every(one => !one.error || isOvertaken(one))) {
      await underWay.end();
      return advanceAnswer(change, all, underWay.work);
    }
    noteAdvance(all);
    throw await underWay.leave();
  }

  /**
   * Takes a half done change back. What somebody changed since is left alone.
   * @throws PartlyDoneError where it could not be taken back everywhere
   */
  async takeBack(
    held: HeldChange,
    service: ServiceEntry,
  ): Promise<ChangeAnswer> {
    const { change } = held;
    const underWay = this.underWay(held, service, await this.lookAt(change));
    const { all } = underWay;
    await takeBack(all, underWay.work);
    if (all.every(({ error }) => !error)) {
      await underWay.end();
      return takenBackAnswer(change, all);
    }
    noteTakenBack(all);
    throw await underWay.leave();
  }

  /** How a change stands in its places now. */
  async lookAt(change: Change): Promise<Progress[]> {
    const all: Progress[] = change.places.map(place => ({
      place,
      client: this.parts.clients.of(place),
      standing: 'unknown',
    }));
    await attempt(all, look);
    return all;
  }

  /**
   * A change that does not reach every place: taken back where it reached none, or where
   * somebody else was faster, and half done otherwise. Answers the error that says so.
   */
  private async giveUp(
    change: Change,
    underWay: ChangeUnderWay,
  ): Promise<Error> {
    const { all, work } = underWay;
    const errors = all.flatMap(({ error }) => error ?? []);
    const overtaken = all.filter(isOvertaken);
    const why =
      overtaken.length > 0
        ? await conflictOf(change.name, overtaken, this.parts.written)
        : nothingDone(errors);
    noteAdvance(all);
    if (overtaken.length > 0 || !all.some(isReached)) {
      await takeBack(all, work);
      if (all.every(({ error }) => !error)) {
        await underWay.end();
        return why;
      }
      noteTakenBack(all);
    }
    return underWay.leave();
  }

  private underWay(
    held: HeldChange,
    service: ServiceEntry,
    all: Progress[],
    value?: SecretValue,
  ): ChangeUnderWay {
    return new ChangeUnderWay(this.parts, held, service, all, value);
  }

  private async noteAuthor(change: Change): Promise<void> {
    const { id, service, name, by, operation, at, places } = change;
    const written = { service, name, by, operation, at, change: id };
    await this.parts.written.add(
      places.flatMap(({ step, versionId }) =>
        versionId !== undefined && step !== 'go-back'
          ? [{ ...written, versionId }]
          : [],
      ),
    );
  }
}
