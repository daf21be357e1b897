import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import { ConfigReader } from '@backstage/config';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { startForgetfulLine } from './__testUtils__/forgetfulLine';
import { startStandIn } from './__testUtils__/standIn';
import {
  openSecretsClients,
  type OpenSecretsClients,
  type SecretsClientsOptions,
} from './openSecretsClients';

const FIRST = '111111111111';
const REGION = 'eu-central-1';
const here = { environment: 'first', region: REGION };
const elsewhere = { environment: 'first', region: 'us-east-1' };
const value = { encoding: 'text' as const, content: 'canary-71c4' };

describe('in bad weather', () => {
  let world: Awaited<ReturnType<typeof startStandIn>>;
  const opened: OpenSecretsClients[] = [];
  const logged: string[] = [];

  beforeAll(async () => {
    world = await startStandIn();
  });
  afterEach(() => {
    world.standIn.aws.fault({ fault: 'none' });
    logged.length = 0;
    for (const clients of opened.splice(0)) clients.close();
  });
  afterAll(() => world.contract.close!());

  function open({
    endpoint,
    ...options
  }: { endpoint?: string } & Pick<
    SecretsClientsOptions,
    'answerWithin' | 'metrics'
  > = {}) {
    const { aws, places } = world.contract;
    const logger = { info: (line: string) => logged.push(line) } as any;
    const clients = openSecretsClients({
      config: new ConfigReader({ aws }),
      settings: {
        places: places.map(place => ({
          ...place,
          endpoint: endpoint ?? place.endpoint,
        })),
        limits: {},
      },
      logger,
      // A machine that is busy with other tests is slow, and that is no fault of AWS.
      answerWithin: 60_000,
      ...options,
    });
    opened.push(clients);
    return clients;
  }

  async function secret(clients: OpenSecretsClients, kmsKey?: string) {
    const fullName = `sphera-test/${randomUUID()}`;
    const token = randomUUID();
    const client = clients.of(here);
    await client.create({ fullName, tags: {}, kmsKey }, value, token);
    return { client, fullName, token };
  }

  async function anybody(clients: OpenSecretsClients, place = elsewhere) {
    return clients.of(place).describe('sphera-test/nobody');
  }

  it('one throttled call is repeated, and nobody notices', async () => {
    const clients = open();
    world.standIn.aws.fault({ fault: 'throttled', times: 1 });
    expect(await anybody(clients)).toBeUndefined();
  });

  it('a place that throttles says so, and the others go on', async () => {
    const clients = open();
    world.standIn.aws.fault({ region: REGION, fault: 'throttled' });
    await expect(anybody(clients, here)).rejects.toMatchObject({
      name: 'PlaceError',
      problem: 'throttled',
      statusCode: 503,
      message: `AWS throttles the portal in first/${REGION}: try again in a minute; if it stays so, lower DescribeSecret in sphera.secrets.limits`,
    });
    expect(await anybody(clients)).toBeUndefined();
  });

  it('a right that the role lacks is named', async () => {
    const clients = open();
    const { client, fullName } = await secret(clients);
    world.standIn.aws.fault({ region: REGION, fault: 'denied' });
    await expect(client.value(fullName)).rejects.toMatchObject({
      problem: 'denied',
      message: `The role of the portal may not do secretsmanager:GetSecretValue in first/${REGION} on ${fullName}: allow it that action`,
    });
    await expect(client.list()[Symbol.asyncIterator]().next()).rejects.toThrow(
      `The role of the portal may not do secretsmanager:ListSecrets in first/${REGION}: allow it that action`,
    );
    expect(await anybody(clients)).toBeUndefined();
  });

  it('a right that the role lacks for one secret spoils no batch', async () => {
    const clients = open();
    const { client, fullName } = await secret(clients);
    const { arn } = (await client.describe(fullName))!;
    world.standIn.aws.fault({ fault: 'denied', apis: ['GetSecretValue'] });
    const { values, problems } = await client.values([arn]);
    expect(values.size).toBe(0);
    expect(problems.get(arn)).toBe(
      `The role of the portal may not do secretsmanager:GetSecretValue in first/${REGION} on ${fullName}: allow it that action`,
    );
  });

  it('a session that expired is renewed, once for all that wait', async () => {
    const clients = open();
    await anybody(clients);
    world.standIn.aws.endSessions(FIRST);
    const all = await Promise.all([anybody(clients), anybody(clients)]);
    expect(all).toEqual([undefined, undefined]);
    expect(logged).toEqual([
      `AWS does not accept the credentials for ${FIRST} in us-east-1 any more: getting new ones`,
    ]);
  });

  it('credentials that are never accepted are told', async () => {
    const clients = open();
    world.standIn.aws.fault({ region: REGION, fault: 'expired' });
    await expect(anybody(clients, here)).rejects.toMatchObject({
      problem: 'signed-out',
      message: `AWS does not accept the credentials of the portal in first/${REGION}, new ones neither: check the entry of account ${FIRST} in aws.accounts of the configuration`,
    });
    expect(await anybody(clients)).toBeUndefined();
  });

  it('a role that the portal may not take on is told', async () => {
    const clients = open();
    world.standIn.aws.fault({
      account: FIRST,
      fault: 'denied',
      apis: ['AssumeRole'],
    });
    await expect(anybody(clients)).rejects.toMatchObject({
      problem: 'denied',
      message: `The portal may not take on its role of account ${FIRST} for first/us-east-1: allow it sts:AssumeRole on that role, and name the portal in the role's trust policy`,
    });
    world.standIn.aws.fault({ fault: 'none' });
    expect(await anybody(clients)).toBeUndefined();
  });

  it('an account that nobody configured is told', async () => {
    const clients = openSecretsClients({
      config: new ConfigReader({
        aws: { mainAccount: world.contract.aws.mainAccount },
      }),
      settings: { places: world.contract.places, limits: {} },
    });
    opened.push(clients);
    await expect(anybody(clients)).rejects.toMatchObject({
      problem: 'signed-out',
      message: `The portal has no credentials for first/us-east-1: check that aws.accounts of the configuration has account ${FIRST} with a role that exists`,
    });
  });

  it('a region that is down is told, and the others go on', async () => {
    const clients = open();
    world.standIn.aws.fault({ region: REGION, fault: 'down' });
    await expect(anybody(clients, here)).rejects.toMatchObject({
      problem: 'unreachable',
      statusCode: 503,
      message: `AWS Secrets Manager cannot be reached for first/${REGION} (ECONNRESET): check the network between the portal and this region`,
    });
    expect(await anybody(clients)).toBeUndefined();
    world.standIn.aws.fault({ fault: 'none' });
    expect(await anybody(clients, here)).toBeUndefined();
  });

  it('an address where nobody listens is told', async () => {
    const clients = open({ endpoint: 'http://127.0.0.1:9' });
    await expect(anybody(clients)).rejects.toMatchObject({
      problem: 'unreachable',
      message: expect.stringContaining('(ECONNREFUSED)'),
    });
  });

  it('a region that does not answer in time is told', async () => {
    const clients = open({ answerWithin: 500 });
    // On a machine that is busy, the first calls may take longer than that.
    await eventually(() => anybody(clients, here));
    world.standIn.aws.fault({ region: REGION, fault: 'slow' });
    await expect(anybody(clients, here)).rejects.toMatchObject({
      problem: 'unreachable',
      message: `AWS Secrets Manager did not answer within 0.5 seconds in first/${REGION}: try again in a minute`,
    });
  });

  it('a failure of AWS is told', async () => {
    const clients = open();
    world.standIn.aws.fault({ region: REGION, fault: 'broken' });
    await expect(anybody(clients, here)).rejects.toMatchObject({
      problem: 'failed',
      statusCode: 502,
      message: `AWS Secrets Manager failed in first/${REGION} (DescribeSecret, InternalServiceError): try again in a minute`,
    });
  });

  it('something other than AWS that answers is told', async () => {
    const server = createServer((_, answer) => answer.end('<html>canary-71c4'));
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const clients = open({ endpoint: `http://127.0.0.1:${port}` });
    await expect(anybody(clients)).rejects.toMatchObject({
      problem: 'failed',
      message:
        'AWS Secrets Manager failed in first/us-east-1 (DescribeSecret, an answer that is none of AWS): try again in a minute',
    });
    clients.close();
    server.closeAllConnections();
    server.close();
  });

  it('a key that cannot be used is named', async () => {
    const clients = open();
    await expect(secret(clients, 'alias/unusable')).rejects.toMatchObject({
      problem: 'refused',
      statusCode: 400,
      message: expect.stringMatching(
        /^The secret \S+ in first\/eu-central-1 cannot be encrypted with the key alias\/unusable: check that the key exists in first\/eu-central-1, is enabled, and may be used by the portal$/,
      ),
    });
    const name = `sphera-test/${randomUUID()}`;
    world.standIn.aws.secrets(FIRST, REGION).put({
      name,
      kmsKeyId: 'alias/unusable',
      createdAt: Date.now(),
      versions: [{ value: 'x', createdAt: Date.now() }],
    });
    await expect(clients.of(here).value(name)).rejects.toMatchObject({
      problem: 'refused',
      message: expect.stringContaining(
        'cannot be decrypted with the key alias/unusable',
      ),
    });
  });

  it('is measured, without a word of which secret it was', async () => {
    const added: unknown[] = [];
    const instrument = (name: string) => ({
      add: (by: number, attributes?: object) =>
        added.push([name, by, attributes]),
    });
    const metrics = metricsServiceMock.mock({
      createCounter: instrument,
      createUpDownCounter: instrument,
    });
    const clients = open({ metrics });
    world.standIn.aws.fault({ fault: 'throttled', times: 1 });
    await anybody(clients);
    const where = {
      'cloud.account.id': FIRST,
      'cloud.region': 'us-east-1',
      'rpc.method': 'DescribeSecret',
    };
    const failed = (kind: string) => ({ ...where, 'error.type': kind });
    expect(added).toEqual([
      ['sphera.secrets.aws.waiting', 1, where],
      ['sphera.secrets.aws.waiting', -1, where],
      ['sphera.secrets.aws.calls', 1, failed('ThrottlingException')],
      ['sphera.secrets.aws.throttles', 1, where],
      ['sphera.secrets.aws.calls', 1, failed('ResourceNotFoundException')],
    ]);
  });

  it('an answer that is lost on the way makes no difference', async () => {
    const line = await startForgetfulLine(world.standIn.endpoint);
    const clients = open({ endpoint: line.url });
    line.lose('CreateSecret');
    const { client, fullName, token } = await secret(clients);
    const next = randomUUID();
    line.lose('PutSecretValue');
    await client.stage(fullName, { ...value, content: 'next' }, next);
    line.lose('UpdateSecretVersionStage');
    await client.makeCurrent(fullName, next, token);
    expect(await client.value(fullName)).toMatchObject({ content: 'next' });
    expect((await client.describe(fullName))!.stages).toEqual({
      [next]: ['AWSCURRENT'],
      [token]: ['AWSPREVIOUS'],
    });
    clients.close();
    await line.stop();
  });
});
