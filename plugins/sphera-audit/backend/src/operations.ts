import { InputError } from '@backstage/errors';
import {
  exportEvents,
  listChoices,
  listEvents,
  verify,
} from '@sphera/plugin-audit-common';
import type { OperationsService } from '@sphera/plugin-operations-node';
import type { Sealer } from './chain/Sealer';
import { verifyChain } from './chain/verifyChain';
import { exportBeginning, exportPieces } from './export/exportPieces';
import { EXPORT_FORMATS } from './export/formats';
import { publicRecord } from './publicRecord';
import { shared } from './shared';
import type { AuditReader } from './storage/AuditReader';

const LONGEST_ANSWER = 1000;
// Every open page asks, whenever something happens; new names can wait.
const CHOICES_KEPT_MS = 10_000;

/** Hands every operation of the audit log to the kernel. */
export function handleOperations(
  operations: OperationsService,
  options: { reader: AuditReader; sealer: Sealer; now: () => Date },
): void {
  const { reader, sealer, now } = options;

  operations.handle(listEvents, async ({ input }) => {
    const { limit, cursor, ...filter } = input;
    const page = await reader.page(filter, { limit, before: placeOf(cursor) });
    const last = page.records[page.records.length - 1];
    return {
      items: page.records.map(publicRecord),
      totalItems: page.total,
      ...(page.more && { nextCursor: String(last.seq) }),
    };
  });

  const choices = shared(
    async () => ({
      actors: await reader.valuesOf('actor'),
      operations: await reader.valuesOf('operation'),
      services: await reader.valuesOf('service'),
    }),
    CHOICES_KEPT_MS,
  );
  operations.handle(listChoices, () => choices());

  operations.handle(
    exportEvents,
    async ({ input: { format, ...filter } }) => {
      const { contentType } = EXPORT_FORMATS[format];
      const beginning = await exportBeginning(
        reader.every(filter),
        EXPORT_FORMATS[format],
        LONGEST_ANSWER,
      );
      return { contentType, ...beginning };
    },
    {
      stream: async ({ input: { format, ...filter } }) => {
        const { contentType, ending } = EXPORT_FORMATS[format];
        const day = now().toISOString().slice(0, 10);
        return {
          contentType,
          fileName: `audit-${day}.${ending}`,
          pieces: exportPieces(reader.every(filter), EXPORT_FORMATS[format]),
        };
      },
    },
  );

  const verifyOnce = shared(() => verifyChain(reader, sealer));
  operations.handle(verify, () => verifyOnce());
}

function placeOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new InputError('cursor must be the nextCursor of an earlier answer');
}
