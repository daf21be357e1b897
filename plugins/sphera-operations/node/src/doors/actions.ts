import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ConflictError, InputError } from '@backstage/errors';
import type { z } from 'zod/v3';
import { GuardrailError, LockedError } from '../errors';
import type { HandledOperation, Pipeline } from '../pipeline/Pipeline';

/**
 * Registers an operation as an action: hence MCP tool, scaffolder step and
 * command of the Backstage command line.
 */
export function registerAction(
  registry: ActionsRegistryService,
  handled: HandledOperation,
  pipeline: Pipeline,
): void {
  const { name, title, description, effect, input, output } = handled.operation;
  registry.register({
    name,
    title,
    description,
    attributes: {
      readOnly: effect === 'read',
      destructive: effect === 'destructive',
      idempotent: effect === 'read',
    },
    schema: {
      input: () => describedBy(input),
      output: () => describedBy(output),
    },
    action: async call => {
      const incoming = {
        credentials: call.credentials,
        door: 'action' as const,
        input: call.input,
      };
      try {
        return { output: await pipeline.carryOut(handled, incoming) };
      } catch (error) {
        throw asStockError(error);
      }
    },
  });
}

/**
 * A schema that describes but lets everything pass. The registry would refuse
 * input in its own words, and output only after the deed is done; refusing is
 * the pipeline's, the same for every door.
 */
function describedBy(schema: z.AnyZodObject): z.AnyZodObject {
  return Object.create(schema, {
    safeParse: { value: (data: unknown) => ({ success: true, data }) },
  });
}

/** MCP hands on the words of stock error classes only; of any other it tells just the status. */
function asStockError(error: unknown): unknown {
  if (error instanceof GuardrailError) {
    return Object.assign(new InputError(error.message), {
      details: error.details,
    });
  }
  if (error instanceof LockedError) {
    return Object.assign(new ConflictError(error.message), {
      details: error.details,
    });
  }
  return error;
}
