import type { Wish } from '@sphera/plugin-flags-node';
import type { FlagsDocument } from '../document/FlagsDocument';
import type { ReportOf } from '../reports/ReportBody';
import { answersTo, type Asked } from './answersTo';
import { wishesToApply } from './wishesToApply';

/** What the agent was told, what has become of it, and who waits for an answer. */
export class WishBook {
  /** What came since it was last looked at what is missing: none of it is in what is being written. */
  private incoming: Wish[] = [];
  /** The newest wish of each flag that was not refused. */
  private readonly known = new Map<string, Wish>();
  private readonly settled = new Map<string, number>();
  /** What is known and not settled yet. */
  private readonly unsettled = new Map<string, number>();
  private readonly applied = new Map<string, number>();
  private asked: Asked[] = [];

  /** Notes a wish, also while the place is being written. */
  take(wish: Wish): void {
    this.incoming.push(wish);
  }

  wishOf(flag: string): Wish | undefined {
    return this.known.get(flag);
  }

  /** What the document is to have and has not. `isLost`: it is new, since what was there is gone. */
  missingIn(document: FlagsDocument, isLost: boolean): Wish[] {
    for (const wish of this.incoming) this.enter(wish);
    this.incoming = [];
    return wishesToApply(document, this.known.values(), this.settled, isLost);
  }

  /** An older one than what is known is only to be answered. */
  private enter(wish: Wish): void {
    const { flag, revision } = wish;
    const known = this.known.get(flag);
    if (!known || known.revision < revision) {
      this.known.set(flag, wish);
      this.unsettled.set(flag, revision);
    }
    this.asked.push({ flag, revision });
  }

  /** These are about to be written. */
  applying(wishes: Wish[]): void {
    for (const { flag, revision } of wishes) this.applied.set(flag, revision);
  }

  /** These are not done after all, and are answered so. */
  refuse(wishes: Wish[], reason: string): ReportOf<'refusal'>[] {
    return wishes.map(({ flag, revision }) => {
      this.known.delete(flag);
      this.unsettled.delete(flag);
      this.asked = this.asked.filter(
        one => one.flag !== flag || one.revision !== revision,
      );
      return { kind: 'refusal', flag, revision, reason };
    });
  }

  /** All that is known is in its place: answers what was asked. */
  settle(document: FlagsDocument): ReportOf<'acknowledgement'>[] {
    for (const [flag, revision] of this.unsettled) {
      this.settled.set(flag, revision);
    }
    this.unsettled.clear();
    const { asked, settled, applied } = this;
    const answers = answersTo(asked, document, settled, applied);
    this.asked = [];
    applied.clear();
    return answers;
  }
}
