/** What was asked about a step, and what was answered; moments in milliseconds since 1970. */
export interface KeptApproval {
  id: string;
  /** When the life cycle began that it belongs to. */
  life: number;
  /** Entity ref. */
  service: string;
  /** Name of the step. */
  step: string;
  asked: Said;
  /** When the approvers were last reminded of it; absent: not so far. */
  remindedAt?: number;
  answer?: Said & { verdict: Verdict };
}

/** A yes or a no. */
export type Verdict = 'approved' | 'rejected';

/** Who said what. */
export interface Said {
  /** Entity ref of a person, or subject of a program's token. */
  by: string;
  at: number;
  comment: string;
}
