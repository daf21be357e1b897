import { isAskedByQuery, Operation } from '@sphera/plugin-operations-common';
import { zodToJsonSchema } from 'zod-to-json-schema';
import type { z } from 'zod/v3';

const schemaOf = (schema: z.ZodTypeAny) =>
  zodToJsonSchema(schema, { target: 'openApi3', $refStrategy: 'none' });

const REFUSALS = {
  400: 'A field is wrong: error.details.fields names each',
  401: 'Nobody is signed in',
  403: 'Not allowed on this target',
  409: 'A lock or the present state stands in the way',
  422: 'A guardrail stands in the way: error.details has the limit',
  502: 'Something that it needs failed; where it was done in part, error.details says where',
  503: 'The audit log or something else it needs is out of reach',
};

/** The OpenAPI 3.0 description of a plugin's operations, from their definitions. */
export function openApi(plugin: string, operations: Operation[]): object {
  return {
    openapi: '3.0.3',
    info: { title: plugin, version: 'v1' },
    servers: [{ url: `/api/${plugin}` }],
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
    },
    security: [{ token: [] }],
    paths: Object.fromEntries(
      operations.map(operation => [
        `/v1/${operation.name}`,
        pathItem(operation),
      ]),
    ),
  };
}

function pathItem(operation: Operation): object {
  const isGet = isAskedByQuery(operation);
  return {
    [isGet ? 'get' : 'post']: {
      operationId: operation.name,
      summary: operation.title,
      description: operation.description,
      ...(isGet
        ? { parameters: parameters(operation) }
        : requestBody(operation)),
      responses: {
        200: { description: 'Done', ...json(schemaOf(operation.output)) },
        ...Object.fromEntries(
          Object.entries(REFUSALS).map(([status, description]) => [
            status,
            { description },
          ]),
        ),
      },
    },
  };
}

function parameters(operation: Operation): object[] {
  return Object.entries<z.ZodTypeAny>(operation.input.shape).map(
    ([name, schema]) => ({
      name,
      in: 'query',
      required: !schema.isOptional(),
      description: schema.description,
      schema: schemaOf(schema),
    }),
  );
}

function requestBody(operation: Operation): object {
  return {
    requestBody: { required: true, ...json(schemaOf(operation.input)) },
  };
}

function json(schema: object): object {
  return { content: { 'application/json': { schema } } };
}
