import type { KeptApproval } from '../path/KeptApproval';

/** What was asked and answered, shared by all replicas; nothing of it is ever deleted. */
export interface ApprovalStore {
  /** All, or those of one service; the oldest first. */
  all(service?: string): Promise<KeptApproval[]>;
  /** Asks; `false` where the same is asked for already. */
  ask(approval: Omit<KeptApproval, 'answer'>): Promise<boolean>;
  /** Notes that its approvers are reminded; `false` where they were since, or somebody has answered. */
  remind(
    approval: Pick<KeptApproval, 'id' | 'remindedAt'>,
    at: number,
  ): Promise<boolean>;
  /** Answers; `false` where somebody was faster. */
  answer(
    id: string,
    answer: NonNullable<KeptApproval['answer']>,
  ): Promise<boolean>;
}
