import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { type CellRow, cellId } from '../rows/cellRow';
import { numberOf } from '../rows/stored';

/** The columns of a cell that reports change, and those that they are held against. */
export type HeardRow = Pick<
  CellRow,
  | 'id'
  | 'flag'
  | 'cluster'
  | 'wanted_revision'
  | 'wanted_fingerprint'
  | 'answer'
  | 'answer_reason'
  | 'answer_at'
  | 'reported_revision'
  | 'reported_fingerprint'
  | 'reported_definition'
  | 'reported_at'
  | 'reported_instance'
  | 'reported_sequence'
  | 'is_awaited'
  | 'resends'
  | 'resend_at'
>;

/** What a cluster says that it has. */
export interface Holding {
  revision: number | null;
  /** null: it is not there. */
  fingerprint: string | null;
  definition?: FlagDefinition;
}

/** Which run of an agent says something, and its how manieth report this is. */
export interface Sender {
  instance: string;
  sequence: number;
}

/** One cell while a batch of reports is taken. */
export class HeardCell {
  hasChanged = false;

  private constructor(readonly row: HeardRow) {}

  static of(row: HeardRow): HeardCell {
    return new HeardCell({ ...row });
  }

  /** Of a flag that nobody wants there. */
  static leftOver(cluster: string, flag: string): HeardCell {
    return new HeardCell({
      id: cellId(cluster, flag),
      flag,
      cluster,
      wanted_revision: null,
      wanted_fingerprint: null,
      answer: null,
      answer_reason: null,
      answer_at: null,
      reported_revision: null,
      reported_fingerprint: null,
      reported_definition: null,
      reported_at: null,
      reported_instance: null,
      reported_sequence: null,
      is_awaited: false,
      resends: 0,
      resend_at: 0,
    });
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
   * @returns `older`: it said something newer before; `same`: nothing else than before
   */
  holds(
    { revision, fingerprint, definition }: Holding,
    { instance, sequence }: Sender,
    now: number,
  ): 'older' | 'same' | 'new' {
    const { row } = this;
    if (
      row.reported_instance === instance &&
      Number(row.reported_sequence) >= sequence
    ) {
      return 'older';
    }
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
      reported_instance: instance,
      reported_sequence: sequence,
    });
    return 'new';
  }

  /** The cluster lost what it had acknowledged: it is to be sent again, at once. */
  isToBeSentAgain(): void {
    if (this.row.answer !== 'acknowledged' || this.row.is_awaited) return;
    this.change({ is_awaited: true, resends: 0, resend_at: 0 });
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
