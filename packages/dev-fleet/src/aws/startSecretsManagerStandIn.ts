import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsStandIn, type AwsOptions } from './AwsStandIn';

/** An AWS stand-in that listens. */
export interface SecretsManagerStandIn {
  /** `http://127.0.0.1:7008` */
  url: string;
  /** For `endpoint` of a client of Secrets Manager. */
  endpoint: string;
  /** For `endpoint` of a client of ECR. */
  ecrEndpoint: string;
  /** For `endpoint` of a client of STS, or AWS_ENDPOINT_URL_STS. */
  stsEndpoint: string;
  /** Its secrets, images, faults and counters, from the inside. */
  aws: AwsStandIn;
  stop(): Promise<void>;
}

/** Starts Secrets Manager, ECR and STS on one port of this machine. */
export async function startSecretsManagerStandIn({
  port = 0,
  ...options
}: AwsOptions & {
  /** Absent or 0: any that is free. */
  port?: number;
}): Promise<SecretsManagerStandIn> {
  const aws = new AwsStandIn(options);
  const server = createServer(
    // Longer than clients keep idle connections, so that none is closed under a request.
    { keepAliveTimeout: 120_000 },
    (request, response) => void answer(request, response),
  );

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const answered = aws.handle(request, response);
    if (!answered) {
      response.writeHead(404).end();
      return;
    }
    await answered.catch(() => response.destroy());
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    endpoint: `${url}/secrets-manager`,
    ecrEndpoint: `${url}/ecr`,
    stsEndpoint: `${url}/sts`,
    aws,
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
