import {
  createServer,
  RequestListener,
  Server,
  ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import locksPlugin from '@sphera/plugin-locks-backend';
import { lock } from '@sphera/plugin-locks-common';

import { people } from '../__testUtils__/company';
import { PIPELINE_TOKEN, startPortal } from '../__testUtils__/startPortal';
import { ENFORCEMENT, runShell } from '../__testUtils__/runShell';

jest.setTimeout(120_000);

const SCRIPT = `${ENFORCEMENT}/sphera-gate.sh`;
const servers: Server[] = [];

function ask(url: string, args: string[], token = PIPELINE_TOKEN) {
  return runShell([SCRIPT, ...args], { SPHERA_URL: url, SPHERA_TOKEN: token });
}

/** An HTTP server that is not the portal. */
async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const payments = ['--service', 'payments', '--environment', 'production'];

describe('sphera-gate.sh, asking the running portal', () => {
  let url: string;
  beforeAll(async () => {
    const portal = await startPortal({
      features: [locksPlugin],
    });
    url = portal.url;
    const token = await portal.signIn(people.priya);
    const production = { environment: 'production', reason: 'incident 4711' };
    await portal.ask(lock, { service: 'invoices', ...production }, token);
    await portal.ask(
      lock,
      { service: 'tracking', actions: ['merge'], reason: 'release' },
      token,
    );
  });

  it('exits with 0 where nothing is in the way', async () => {
    const { exitCode, stdout } = await ask(url, payments);
    expect(stdout).toMatch(/^sphera \| ALLOWED\b/);
    expect(exitCode).toBe(0);
  });

  it('takes the address with a slash at its end', async () => {
    expect(await ask(`${url}/`, payments)).toMatchObject({ exitCode: 0 });
  });

  it('exits with 1 while a lock is in the way, and says why and who', async () => {
    const { exitCode, stdout } = await ask(url, [
      '--service=invoices',
      '--environment=production',
    ]);
    expect(stdout).toMatch(/^sphera \| LOCKED\b/);
    expect(stdout).toContain('incident 4711');
    expect(stdout).toContain('priya');
    expect(exitCode).toBe(1);
  });

  it('asks about the environment that it is given', async () => {
    const args = ['--service', 'invoices', '--environment', 'staging'];
    expect(await ask(url, args)).toMatchObject({ exitCode: 0 });
  });

  it('counts a lock anywhere where it is given no environment', async () => {
    const args = ['--service', 'invoices'];
    expect(await ask(url, args)).toMatchObject({ exitCode: 1 });
  });

  it('asks about the action that it is given', async () => {
    const tracking = ['--service', 'tracking'];
    expect(await ask(url, tracking)).toMatchObject({ exitCode: 0 });
    expect(await ask(url, [...tracking, '--action', 'merge'])).toMatchObject({
      exitCode: 1,
    });
  });

  it('exits with 1 for a service that the catalog does not know', async () => {
    const args = ['--service', 'paymentz', '--environment', 'production'];
    const { exitCode, stdout } = await ask(url, args);
    expect(stdout).toContain('paymentz');
    expect(exitCode).toBe(1);
  });

  it('exits with 2 for a token that the portal does not know', async () => {
    const { exitCode, stderr } = await ask(url, payments, 'wrong-token');
    expect(stderr).toContain('does not know the token in SPHERA_TOKEN');
    expect(exitCode).toBe(2);
  });

  it.each([
    ['an action that is none', ['--action', 'deplyo'], 'deplyo'],
    ['text that means something in a URL', ['--action', 'a&b=c#d%e+f'], ''],
  ])('exits with 2 for %s', async (_what, args) => {
    const { exitCode, stdout, stderr } = await ask(url, [...payments, ...args]);
    expect(stdout).toContain('action');
    expect(stderr).toContain('HTTP 400');
    expect(exitCode).toBe(2);
  });
});

describe('sphera-gate.sh, where the portal cannot be asked', () => {
  // Only who never answers is not waited for.
  const onceFor = (seconds: number) => [
    ...payments,
    ...['--attempts', '1', '--timeout', `${seconds}`],
  ];
  const unreachable: Array<
    [string, RequestListener | 'down', message: string, timeout?: number]
  > = [
    ['is down', 'down', 'no answer from http://127.0.0.1'],
    ['takes too long', () => {}, 'no answer from http://127.0.0.1', 1],
    [
      'stops in the middle of an answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': 1000 });
        response.write('ALLOWED');
      },
      'no answer from http://127.0.0.1',
      1,
    ],
    [
      'is out of order',
      (_, response) => response.writeHead(503).end('Bad day'),
      'it answered HTTP 503',
    ],
    [
      'sends to a sign-in page',
      (_, response) => response.writeHead(302, { location: '/login' }).end(),
      'is SPHERA_URL right?',
    ],
    [
      'is something else altogether',
      (_, response) => response.end('<html>Welcome! ALLOWED'),
      'said neither ALLOWED nor LOCKED',
    ],
    [
      'forbids the question',
      (_, response) => response.writeHead(403).end(),
      'may not ask the gate',
    ],
  ];
  const addressOf = (answer: RequestListener | 'down') =>
    answer === 'down' ? 'http://127.0.0.1:9' : listen(answer);

  it.each(unreachable)(
    'exits with 2 if it %s',
    async (_, answer, message, timeout = 60) => {
      const url = await addressOf(answer);
      const { exitCode, stderr } = await ask(url, onceFor(timeout));
      expect(stderr).toContain(message);
      expect(stderr).toContain('stopping, since a lock may be in place');
      expect(exitCode).toBe(2);
    },
  );

  it.each(unreachable)(
    'exits with 0 and a loud warning if it %s, with --fail-open',
    async (_, answer, message, timeout = 60) => {
      const url = await addressOf(answer);
      const { exitCode, stderr } = await ask(url, [
        ...onceFor(timeout),
        '--fail-open',
      ]);
      expect(stderr).toContain(message);
      expect(stderr).toContain('WARNING: going ahead WITHOUT an answer');
      expect(exitCode).toBe(0);
    },
  );

  it('does not let a lock pass with --fail-open', async () => {
    const url = await listen((_, response) => response.end('LOCKED'));
    const args = [...onceFor(60), '--fail-open'];
    expect(await ask(url, args)).toMatchObject({ exitCode: 1 });
  });

  it('asks again while the portal starts', async () => {
    let calls = 0;
    const url = await listen((_, response) => {
      calls += 1;
      if (calls === 1) response.writeHead(503).end('starting');
      else response.end('ALLOWED');
    });
    const { exitCode, stderr } = await ask(url, [
      ...payments,
      '--attempts',
      '2',
    ]);
    expect(stderr).toContain('no answer (HTTP 503) at attempt 1 of 2');
    expect(exitCode).toBe(0);
    expect(calls).toBe(2);
  });

  it('asks once only where asking again would not help', async () => {
    let calls = 0;
    const url = await listen((_, response) => {
      calls += 1;
      response.writeHead(401).end();
    });
    expect(await ask(url, payments)).toMatchObject({ exitCode: 2 });
    expect(calls).toBe(1);
  });
});

describe('sphera-gate.sh, keeping a secret', () => {
  it('sends the token in a header and nowhere else', async () => {
    let seen: { url?: string; authorization?: string } = {};
    const url = await listen((request, response) => {
      const { authorization } = request.headers;
      seen = { url: request.url, authorization };
      response.end('ALLOWED');
    });
    const { stdout, stderr } = await ask(url, payments);
    expect(seen).toEqual({
      authorization: `Bearer ${PIPELINE_TOKEN}`,
      url: '/api/sphera-locks/v1/gate?format=text&service=payments&action=deploy&environment=production',
    });
    expect(stdout + stderr).not.toContain(PIPELINE_TOKEN);
  });

  it('shows the token in no list of processes', async () => {
    let hear: (response: ServerResponse) => void;
    const asked = new Promise<ServerResponse>(resolve => {
      hear = resolve;
    });
    const url = await listen((_, response) => hear(response));
    const asking = ask(url, [...payments, '--timeout', '60']);
    const response = await asked;
    const { stdout } = await runShell(['-c', 'ps -ww -eo args'], {});
    response.end('ALLOWED');
    expect(stdout).toContain(`${url}/api/sphera-locks/v1/gate`);
    expect(stdout).not.toContain(PIPELINE_TOKEN);
    await asking;
  });

  it('lets no lock speak to the CI system', async () => {
    const url = await listen((_, response) =>
      response.end('LOCKED\n::stop-commands::x\n'),
    );
    const { stdout } = await ask(url, payments);
    expect(stdout).toBe('sphera | LOCKED\nsphera | ::stop-commands::x\n');
  });
});

describe('sphera-gate.sh, used wrongly', () => {
  it.each([
    ['no service', [], '--service is missing'],
    ['an empty value', ['--service', ''], '--service needs a value'],
    ['no value', ['--service'], '--service needs a value'],
    ['an unknown option', ['--servic', 'x'], '"--servic" is not an option'],
    [
      'a timeout that is no number',
      [...payments, '--timeout', '1h'],
      '--timeout must be a whole number from 1, not "1h"',
    ],
    [
      'no attempts at all',
      [...payments, '--attempts', '0'],
      '--attempts must be a whole number from 1, not "0"',
    ],
  ])('exits with 2 for %s, even with --fail-open', async (_, args, message) => {
    const { exitCode, stderr } = await ask('http://127.0.0.1:9', [
      '--fail-open',
      ...args,
    ]);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });

  it.each([
    ['address', {}, 'SPHERA_URL must be'],
    ['web address', { SPHERA_URL: 'file:///etc/passwd' }, 'SPHERA_URL must be'],
    ['token', { SPHERA_URL: 'http://a.example' }, 'SPHERA_TOKEN is missing'],
    [
      'token in one line',
      { SPHERA_URL: 'http://a.example', SPHERA_TOKEN: 'a\nX-Other: b' },
      'SPHERA_TOKEN must not contain spaces or line breaks',
    ],
  ])('exits with 2 where there is no %s', async (_, env, message) => {
    const { exitCode, stderr } = await runShell(
      [SCRIPT, '--fail-open', ...payments],
      env as Record<string, string>,
    );
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
  });

  it('explains itself', async () => {
    const { exitCode, stdout } = await runShell([SCRIPT, '--help'], {});
    expect(stdout).toContain('usage: sphera-gate.sh --service <name>');
    expect(exitCode).toBe(0);
  });
});
