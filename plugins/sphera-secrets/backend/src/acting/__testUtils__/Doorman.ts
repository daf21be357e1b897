import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call on its way to AWS. */
export interface PassingCall {
  /** Like `PutSecretValue`. */
  api: string;
  region: string;
}

/** What becomes of a call: `lose` lets AWS do it and loses the answer, `hang` never lets it through. */
export type Passage = 'pass' | 'lose' | 'hang';

/** Stands between the portal and the stand-in of AWS: knows each call before it gets there. */
export class Doorman {
  private meet: (
    call: PassingCall,
  ) => Promise<Passage | void> | Passage | void = () => {};
  private readonly server: Server;

  private constructor(private readonly behind: string) {
    this.server = createServer(async (request, response) => {
      const body = await read(request);
      const passage = (await this.meet(callOf(request))) ?? 'pass';
      if (passage === 'hang') return;
      const headers = new Headers();
      for (const name of ['x-amz-target', 'authorization', 'content-type']) {
        headers.set(name, String(request.headers[name]));
      }
      const answer = await fetch(this.behind, {
        method: 'POST',
        headers,
        body,
      });
      const text = await answer.text();
      if (passage === 'lose') {
        response.destroy();
        return;
      }
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(text);
    });
  }

  static async before(endpoint: string): Promise<Doorman> {
    const doorman = new Doorman(endpoint);
    await new Promise<void>(listening =>
      doorman.server.listen(0, '127.0.0.1', listening),
    );
    return doorman;
  }

  /** Where the portal reaches AWS. */
  get endpoint(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** From now on each call is told before it passes. */
  on(meet: (call: PassingCall) => Promise<Passage | void> | Passage | void) {
    this.meet = meet;
  }

  /** Nothing is in the way any more. */
  stepAside(): void {
    this.meet = () => {};
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(closed => this.server.close(closed));
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function callOf({ headers }: IncomingMessage): PassingCall {
  const [, region] =
    /Credential=[^/]+\/\d+\/([^/]+)\//.exec(String(headers.authorization)) ??
    [];
  const api = String(headers['x-amz-target']).replace(/^.*\./, '');
  return { api, region };
}
