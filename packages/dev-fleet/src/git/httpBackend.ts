import { spawn } from 'node:child_process';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GitRequest } from './GitRequest';
import { gitEnvironment } from './runGit';

/** Answers a request with git's own `git http-backend`, both ways as a stream; over when git is. */
export async function httpBackend(
  request: IncomingMessage,
  response: ServerResponse,
  asked: GitRequest,
  {
    root,
    user,
    env,
    beforeEnd,
  }: {
    root: string;
    user: string;
    env?: NodeJS.ProcessEnv;
    /** Runs when git is done and before the client knows. */
    beforeEnd?(): Promise<void>;
  },
): Promise<void> {
  const child = spawn('git', ['http-backend'], {
    cwd: root,
    env: {
      ...gitEnvironment(),
      ...variablesOf(request, asked),
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: user,
      ...env,
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const over = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  // It is waited for below; a git that cannot be started must not end this process before that.
  over.catch(() => {});
  // A git that refuses does not read to the end.
  child.stdin.on('error', () => {});
  request.pipe(child.stdin);
  // Nobody waits for the answer any more; what was pushed is let come to its end.
  response.once('close', () => child.stdout.resume());
  await passOn(child.stdout, response);
  await over;
  await beforeEnd?.();
  response.end();
}

/** What CGI wants to know of a request. */
function variablesOf(
  { method, headers }: IncomingMessage,
  { repository, path, query }: GitRequest,
): NodeJS.ProcessEnv {
  const protocol = headers['git-protocol'];
  return {
    REQUEST_METHOD: method,
    PATH_INFO: `/${repository.name}.git${path}`,
    QUERY_STRING: query,
    CONTENT_TYPE: headers['content-type'] ?? '',
    REMOTE_ADDR: '127.0.0.1',
    ...(headers['content-length'] && {
      CONTENT_LENGTH: headers['content-length'],
    }),
    ...(headers['content-encoding'] && {
      HTTP_CONTENT_ENCODING: headers['content-encoding'],
    }),
    ...(protocol && { GIT_PROTOCOL: String(protocol) }),
  };
}

/** Reads the head of a CGI answer, then passes on the rest. */
async function passOn(
  output: NodeJS.ReadableStream,
  response: ServerResponse,
): Promise<void> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of output) {
    if (!head) {
      await write(response, chunk as Buffer);
      continue;
    }
    head = Buffer.concat([head, chunk as Buffer]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) continue;
    writeHead(response, head.subarray(0, end).toString());
    const rest = head.subarray(end + 4);
    head = undefined;
    if (rest.length > 0) await write(response, rest);
  }
  if (head) response.writeHead(500);
}

function writeHead(response: ServerResponse, head: string): void {
  let status = 200;
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
    else response.setHeader(name, value);
  }
  response.writeHead(status);
}

async function write(response: ServerResponse, chunk: Buffer): Promise<void> {
  if (response.destroyed || response.write(chunk)) return;
  await new Promise<void>(resolve => {
    const goOn = () => {
      response.off('drain', goOn);
      response.off('close', goOn);
      resolve();
    };
    response.on('drain', goOn);
    response.on('close', goOn);
  });
}
