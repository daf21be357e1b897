import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  ConflictError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { hasSecrets } from '@sphera/plugin-operations-common';
import { z } from 'zod/v3';
import { PublicError } from '../errors';
import { inputError } from '../pipeline/parseInput';
import type {
  HandledOperation,
  IncomingCall,
  Pipeline,
} from '../pipeline/Pipeline';

/** What to call the action of an operation that takes its secrets, too. */
const WITH_SECRETS = '-with-secrets';

/**
 * Registers an operation as an action: hence MCP tool, scaffolder step and
 * command of the Backstage command line.
 *
 * One that answers with a secret is no action, since who runs actions keeps their
 * answers. One that takes a secret is two: the action of its name does without, and
 * `<name>-with-secrets` takes it as the registry's `secrets`. The registry turns
 * away from an action with secrets whoever brings none, and MCP, the scaffolder and
 * the command line never can.
 */
export function registerActions(
  registry: ActionsRegistryService,
  handled: HandledOperation,
  pipeline: Pipeline,
): void {
  const { name, title, description, effect, input, output } = handled.operation;
  if (hasSecrets(output)) return;
  const fields = Object.keys(input.shape);
  const secret = fields.filter(field => hasSecrets(input.shape[field]));
  const plain = partOf(
    input,
    fields.filter(field => !secret.includes(field)),
  );
  const secrets = partOf(input, secret);
  const about = {
    title,
    attributes: {
      readOnly: effect === 'read',
      destructive: effect === 'destructive',
      idempotent: effect === 'read',
    },
  };
  const schema = {
    input: () => describedBy(plain),
    output: () => describedBy(output),
  };

  // Where a secret must be brought, nobody can do without.
  if (secrets.safeParse({}).success) {
    registry.register({
      ...about,
      name,
      description,
      schema,
      action: ({ credentials, input: given }) => run(credentials, given),
    });
  }
  if (secret.length > 0) {
    registry.register({
      ...about,
      name: `${name}${WITH_SECRETS}`,
      description: `${description} Takes ${secret.join(
        ', ',
      )} as a secret of the action: for programs that call the actions registry itself.`,
      schema: { ...schema, secrets: () => describedBy(secrets) },
      action: ({ credentials, input: given, secrets: brought }) =>
        run(credentials, given, brought),
    });
  }

  async function run(
    credentials: IncomingCall['credentials'],
    given: Record<string, unknown>,
    brought: Record<string, unknown> = {},
  ) {
    try {
      const astray = secret.filter(field => field in Object(given));
      if (astray.length > 0) {
        throw inputError(
          handled.operation,
          astray.map(field => ({
            field,
            message: `must not come as plain input of an action, which is written down: bring it as a secret of the action ${name}${WITH_SECRETS}, or ask over HTTP`,
          })),
        );
      }
      return {
        output: await pipeline.carryOut(handled, {
          credentials,
          door: 'action',
          input: { ...given, ...brought },
        }),
      };
    } catch (error) {
      throw asStockError(error);
    }
  }
}

function partOf(schema: z.AnyZodObject, fields: string[]): z.AnyZodObject {
  return schema.pick(Object.fromEntries(fields.map(field => [field, true])));
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

type StockError = new (message: string) => Error;

const STOCK_ERRORS = new Map<number, StockError>([
  [400, InputError],
  [404, NotFoundError],
  [409, ConflictError],
  [422, InputError],
]);

/** MCP hands on the words of stock error classes only; of any other it tells just the status. */
function asStockError(error: unknown): unknown {
  if (!(error instanceof PublicError)) return error;
  const Stock = STOCK_ERRORS.get(error.statusCode) ?? ServiceUnavailableError;
  const { details } = error as { details?: unknown };
  return Object.assign(new Stock(error.message), { details });
}
