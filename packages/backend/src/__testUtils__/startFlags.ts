import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MemoryLog, serveLog, TOPICS } from '@sphera/plugin-flags-node';
import {
  createFlag,
  pauseRollout,
  setFlag,
  startRollout,
} from '@sphera/plugin-flags-common';
import type { Operation, RequestOf } from '@sphera/plugin-operations-common';
import { systemClock } from '@sphera/plugin-operations-node';
import type { Portal } from './startPortal';

const reason = 'a test of who may do what';

/** What flags travel over in tests of the portal; nobody answers there. */
export interface FlagsOfTest {
  /** Of the log. */
  url: string;
  /** `sphera.flags` of the configuration. */
  settings: object;
  /** Flags of the payments service, made in the name of a caller. */
  made(
    portal: Portal,
    caller: string,
  ): {
    newFlag(): RequestOf<typeof createFlag>;
    flag(): Promise<string>;
    changedFlag(): Promise<{ flag: string; change: string }>;
    rollout(): Promise<string>;
    pausedRollout(): Promise<string>;
  };
  stop(): Promise<void>;
}

/** Starts a log for the messages of flags. */
export async function startFlags(): Promise<FlagsOfTest> {
  const log = new MemoryLog({ clock: systemClock });
  log.addTopic(TOPICS.commands, { partitions: 3, isCompacted: true });
  log.addTopic(TOPICS.reports, { partitions: 3 });
  const serve = serveLog(log, { prefix: '/flags/log' });
  const server = createServer((request, response) => {
    if (!serve(request, response)) response.writeHead(404).end();
  });
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/flags/log`;
  let names = 0;
  return {
    url,
    settings: {
      transport: { log: url },
      soak: 'PT1H',
    },
    made(portal, caller) {
      async function ask<T extends Operation>(
        operation: T,
        input: RequestOf<T>,
      ) {
        const response = await portal.ask(operation, input, caller);
        const answer = await response.json();
        if (!response.ok) throw new Error(answer.error?.message);
        return answer;
      }
      const made = {
        newFlag: () => ({
          flag: `payments.flag-${++names}`,
          service: 'payments',
          type: 'boolean' as const,
          variants: { on: true, off: false },
          defaultVariant: 'off',
          reason,
        }),
        async flag() {
          const wish = made.newFlag();
          await ask(createFlag, wish);
          return wish.flag;
        },
        async changedFlag() {
          const wish = made.newFlag();
          const { changes } = await ask(createFlag, wish);
          await ask(setFlag, { flag: wish.flag, defaultVariant: 'on', reason });
          return { flag: wish.flag, change: changes[0].id as string };
        },
        async rollout() {
          const flag = await made.flag();
          const wish = { flag, defaultVariant: 'on', reason };
          return (await ask(startRollout, wish)).id as string;
        },
        async pausedRollout() {
          const id = await made.rollout();
          await ask(pauseRollout, { id, reason });
          return id;
        },
      };
      return made;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
