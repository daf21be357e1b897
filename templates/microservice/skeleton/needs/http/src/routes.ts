import type { FastifyInstance } from 'fastify';

const greeting = {
  schema: {
    params: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', minLength: 1, maxLength: 50 } },
    },
    response: {
      200: { type: 'object', properties: { greeting: { type: 'string' } } },
    },
  },
} as const;

/** What the service answers. This one is here to be replaced. */
export function addRoutes(app: FastifyInstance): void {
  app.get<{ Params: { name: string } }>('/greetings/:name', greeting, async ({ params: { name } }) => ({
    greeting: `Hello, ${name}`,
  }));
}
