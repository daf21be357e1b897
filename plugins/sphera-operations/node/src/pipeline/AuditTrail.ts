import { randomUUID } from 'node:crypto';
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import {
  Operation,
  Target,
  withoutSecrets,
} from '@sphera/plugin-operations-common';
import type { Request } from 'express';
import type { Actor } from './actor';
import { withoutValues } from './publicError';

/** One call as the audit log sees it. */
export interface AuditedCall {
  operation: Operation;
  input: Record<string, unknown>;
  target: Target;
  actor: Actor;
  /** The HTTP request, where there is one: for address and user agent. */
  request?: Request;
}

/** The audit log of one call that has begun. */
export interface BegunCall {
  succeeded(output: unknown): Promise<void>;
  failed(error: Error): Promise<void>;
}

const SEVERITY = { read: 'low', write: 'medium', destructive: 'high' } as const;

/** Writes each call to Backstage's auditor, with the person who is really behind it. */
export class AuditTrail {
  constructor(
    private readonly auditor: AuditorService,
    private readonly logger: LoggerService,
  ) {}

  /** @throws ServiceUnavailableError where it cannot be written: then nothing may run. */
  async begin(call: AuditedCall): Promise<BegunCall> {
    const event = await this.create(call, {}).catch(error => {
      this.logger.error(`Audit cannot be written: ${withoutValues(error)}`);
      throw new ServiceUnavailableError(
        `"${call.operation.title}" was not carried out, because the audit log cannot be written right now. Try again in a moment`,
      );
    });
    const note = async (write: Promise<void>) =>
      write.catch(error =>
        this.logger.error(
          `Audit of the outcome of ${
            call.operation.id
          } cannot be written: ${withoutValues(error)}`,
        ),
      );
    return {
      succeeded: output =>
        note(
          event.success({
            meta: {
              output: withoutSecrets(
                call.operation.output,
                output,
              ) as JsonObject,
            },
          }),
        ),
      failed: error =>
        note(event.fail({ error: onRecord(call.operation, error) })),
    };
  }

  /** Notes a call that was refused before it ran. */
  async refused(call: AuditedCall, error: Error): Promise<void> {
    await this.create(call, {
      outcome: 'refused',
      error: { name: error.name, message: error.message },
    }).catch(problem =>
      this.logger.error(`Audit cannot be written: ${withoutValues(problem)}`),
    );
  }

  private create(call: AuditedCall, more: JsonObject) {
    const { operation, input, actor, request } = call;
    const { service, environment, region, cluster } = call.target;
    return this.auditor.createEvent({
      eventId: operation.name,
      severityLevel: SEVERITY[operation.effect],
      // Through an action the request is the plugin's, not the person's.
      request: actor.door === 'http' ? request : undefined,
      meta: {
        sphera: {
          id: randomUUID(),
          operation: operation.id,
          actor: actor.ref,
          kind: actor.kind,
          door: actor.door,
          ...definedOnly({ service, environment, region, cluster }),
          ...definedOnly({ reason: input.reason }),
          input: withoutSecrets(operation.input, input) as JsonObject,
          ...more,
        },
      },
    });
  }
}

// Details say where something stands; of a confidential call only the sentence is kept.
function onRecord({ isConfidential }: Operation, error: Error): Error {
  if (!isConfidential) return error;
  const { name, message } = error;
  return Object.assign(new Error(message), { name, stack: undefined });
}

function definedOnly(fields: Record<string, unknown>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as JsonObject;
}
