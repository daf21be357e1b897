import type { KeptApproval, Verdict } from '../path/KeptApproval';

type Moment = number | string;

/** An approval as the table `approvals` holds it. */
export interface ApprovalRow {
  id: string;
  service: string;
  step: string;
  life: Moment;
  open_step: string | null;
  asked_by: string;
  asked_at: Moment;
  asked_comment: string;
  verdict: Verdict | null;
  answered_by: string | null;
  answered_at: Moment | null;
  answered_comment: string | null;
  reminded_at: Moment | null;
}

/** The row of one that is asked for. */
export const newRow = ({
  id,
  service,
  step,
  life,
  asked,
}: Omit<KeptApproval, 'answer'>): ApprovalRow => ({
  id,
  service,
  step,
  life,
  open_step: `${service} ${life} ${step}`,
  asked_by: asked.by,
  asked_at: asked.at,
  asked_comment: asked.comment,
  verdict: null,
  answered_by: null,
  answered_at: null,
  answered_comment: null,
  reminded_at: null,
});

/** The approval of a row. */
export const toApproval = (row: ApprovalRow): KeptApproval => ({
  id: row.id,
  service: row.service,
  step: row.step,
  life: Number(row.life),
  asked: {
    by: row.asked_by,
    at: Number(row.asked_at),
    comment: row.asked_comment,
  },
  remindedAt: row.reminded_at === null ? undefined : Number(row.reminded_at),
  answer: row.verdict
    ? {
        verdict: row.verdict,
        by: row.answered_by!,
        at: Number(row.answered_at),
        comment: row.answered_comment!,
      }
    : undefined,
});
