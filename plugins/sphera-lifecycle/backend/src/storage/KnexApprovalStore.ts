import { ifNobodyDid, inStorage } from '@sphera/plugin-operations-node';
import type { Knex } from 'knex';
import type { KeptApproval } from '../path/KeptApproval';
import { type ApprovalRow, newRow, toApproval } from './approvalRow';
import type { ApprovalStore } from './ApprovalStore';

/** Approvals in a database that Knex speaks to. */
export class KnexApprovalStore implements ApprovalStore {
  constructor(private readonly knex: Knex) {}

  async all(service?: string): Promise<KeptApproval[]> {
    const rows = await inStorage('read the approvals', async () =>
      this.#rows()
        .where(service === undefined ? {} : { service })
        .orderBy('position'),
    );
    return rows.map(toApproval);
  }

  async ask(approval: Omit<KeptApproval, 'answer'>): Promise<boolean> {
    return ifNobodyDid('ask for the approval', async () =>
      this.#rows().insert(newRow(approval)),
    );
  }

  async answer(
    id: string,
    { verdict, by, at, comment }: NonNullable<KeptApproval['answer']>,
  ): Promise<boolean> {
    const written = await inStorage('write the answer down', async () =>
      this.#rows().where({ id, verdict: null }).update({
        open_step: null,
        verdict,
        answered_by: by,
        answered_at: at,
        answered_comment: comment,
      }),
    );
    return written === 1;
  }

  async remind(
    { id, remindedAt }: Pick<KeptApproval, 'id' | 'remindedAt'>,
    at: number,
  ): Promise<boolean> {
    const reminded_at = remindedAt ?? null;
    const written = await inStorage('note the reminder', async () =>
      this.#rows()
        .where({ id, verdict: null, reminded_at })
        .update({ reminded_at: at }),
    );
    return written === 1;
  }

  #rows() {
    return this.knex<ApprovalRow>('approvals');
  }
}
