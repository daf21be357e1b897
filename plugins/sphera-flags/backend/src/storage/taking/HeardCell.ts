import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { numberOf } from '../rows/stored';
import { type HeardRow, leftOverRow } from './HeardRow';

/** What a cluster says that it has. */
export interface Holding {
  revision: number | null;
  /** null: it is not there. */
  fingerprint: string | null;
  definition?: FlagDefinition;
}

/** One cell while a batch of reports is taken. */
export class HeardCell {
  hasChanged = false;
  /** Whether its wish is to be sent again at once. */
  isDueAgain = false;
  /** The newest wish that the cluster spoke of. */
  private newest = 0;

  private constructor(
    readonly row: HeardRow,
    /** Whether the database has it already. */
    readonly isKept: boolean,
  ) {}

  static of(row: HeardRow): HeardCell {
    return new HeardCell({ ...row }, true);
  }

  /** Of a flag that nobody wants there. */
  static leftOver(cluster: string, flag: string): HeardCell {
    return new HeardCell(leftOverRow(cluster, flag), false);
  }

  get wantedRevision(): number | undefined {
    return numberOf(this.row.wanted_revision);
  }

  /** The cluster answered its wish; that it has it is final. */
  answer(
    outcome: 'acknowledged' | 'refused',
    now: number,
    reason: string | null = null,
  ): void {
    if (this.row.answer === 'acknowledged' || this.row.answer === outcome) {
      return;
    }
    this.change({
      answer: outcome,
      answer_reason: reason,
      answer_at: now,
      is_awaited: false,
    });
  }

  /**
   * Notes what the cluster has.
   * @returns whether that is something else than before
   */
  holds(
    { revision, fingerprint, definition }: Holding,
    now: number,
  ): 'same' | 'new' {
    const { row } = this;
    const isKnown =
      row.reported_at !== null &&
      (numberOf(row.reported_revision) ?? null) === revision &&
      row.reported_fingerprint === fingerprint;
    if (isKnown) return 'same';
    this.change({
      reported_revision: revision,
      reported_fingerprint: fingerprint,
      reported_definition: this.elsewise(fingerprint, definition),
      reported_at: now,
    });
    return 'new';
  }

  /** The cluster spoke of this wish, or has it: older ones it will not answer any more. */
  speaksOf(revision: number): void {
    const known = Math.min(revision, this.wantedRevision ?? 0);
    this.newest = Math.max(this.newest, known);
  }

  /**
   * Wishes that count as answered since the cluster spoke of a newer one, from the first up to the last of them;
   * `undefined`: none. From then on they are not looked at again.
   * @param isAnswered - whether it answered this one by itself just now
   */
  passedOver(
    isAnswered: (revision: number) => boolean,
  ): [first: number, last: number] | undefined {
    const before = Number(this.row.answered_up_to);
    const answeredAfter = (revision: number): number =>
      isAnswered(revision + 1) ? answeredAfter(revision + 1) : revision;
    const upTo = answeredAfter(before);
    const last = this.newest - 1;
    const answered = answeredAfter(Math.max(upTo, last));
    if (answered > before) this.change({ answered_up_to: answered });
    return last > upTo ? [upTo + 1, last] : undefined;
  }

  /** The cluster lost what it had acknowledged: it is to be sent again, at once. */
  isToBeSentAgain(): void {
    if (this.row.answer !== 'acknowledged' || this.row.is_awaited) return;
    this.change({ is_awaited: true });
    this.isDueAgain = true;
  }

  /** It has what it was sent again, or something newer. */
  isThereAgain(): void {
    if (this.row.answer === 'acknowledged' && this.row.is_awaited) {
      this.change({ is_awaited: false });
    }
  }

  private elsewise(
    fingerprint: string | null,
    definition: FlagDefinition | undefined,
  ): string | null {
    const { row } = this;
    if (
      row.wanted_revision !== null &&
      fingerprint === row.wanted_fingerprint
    ) {
      return null;
    }
    if (definition) return JSON.stringify(definition);
    return fingerprint === row.reported_fingerprint
      ? row.reported_definition
      : null;
  }

  private change(columns: Partial<HeardRow>): void {
    Object.assign(this.row, columns);
    this.hasChanged = true;
  }
}
