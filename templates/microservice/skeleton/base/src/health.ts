import type { FastifyInstance } from 'fastify';
import type { Parts } from './part.ts';

/** How long a part may take to say that it works, in milliseconds. */
const PATIENCE = 2_000;

/**
 * `/health/live`: the process works; Kubernetes restarts it where it does not.
 * `/health/ready`: it can take requests; Kubernetes sends none where it cannot.
 */
export function addHealth(app: FastifyInstance, parts: Parts): void {
  // Asked every few seconds: not worth a line in the log.
  const quiet = { logLevel: 'warn' } as const;

  app.get('/health/live', quiet, async () => ({ status: 'live' }));

  app.get('/health/ready', quiet, async (_request, reply) => {
    const problems = Object.fromEntries(
      (await Promise.all(Object.entries(parts).map(problemOf))).flat(),
    );
    const isReady = Object.keys(problems).length === 0;
    if (!isReady) app.log.warn({ problems }, 'not ready');
    return reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? 'ready' : 'not ready', waitsFor: Object.keys(problems) });
  });
}

async function problemOf([name, part]: [string, Parts[string]]): Promise<[string, string][]> {
  try {
    await inTime(part.check());
    return [];
  } catch (error) {
    return [[name, error instanceof Error ? error.message : String(error)]];
  }
}

function inTime(work: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE} ms`)), PATIENCE);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
