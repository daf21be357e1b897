import { generateKeyPairSync } from 'node:crypto';
import {
  startGitHub,
  TOKEN,
  type StartedGitHub,
} from './__testUtils__/startGitHub';

const BRANCH = 'sphera/rollback-4711';
const request = { branch: BRANCH, into: 'main', title: 'back', body: '' };

let world: StartedGitHub;
let host: string;

beforeEach(async () => {
  world = await startGitHub();
  ({ host } = new URL(world.url));
  await world.commit(BRANCH, 'tag: 3.7.2\n');
});
afterEach(() => world.stop());

const look = (as?: Parameters<StartedGitHub['open']>[0]) =>
  world.open(as).ofBranch(BRANCH);

describe('GitHub that', () => {
  it('has a hiccup is asked once more, and nobody notices', async () => {
    world.fault('broken', { times: 1 });
    expect(await look()).toBeUndefined();
    world.fault('down', { times: 1 });
    expect(await look()).toBeUndefined();
  });

  it('is down may be up the next time', async () => {
    world.fault('down');
    await expect(look()).rejects.toMatchObject({
      name: 'NeighbourError',
      message: expect.stringMatching(
        `^GitHub at ${host} cannot be reached \\(.+\\): check the network between the portal and it$`,
      ),
      isPassing: true,
    });
  });

  it('nobody listens for is named with the reason', async () => {
    await world.stop();
    await expect(look()).rejects.toMatchObject({
      message: `GitHub at ${host} cannot be reached (ECONNREFUSED): check the network between the portal and it`,
      isPassing: true,
    });
    world = await startGitHub();
  });

  it('is slow is not waited for', async () => {
    world.fault('slow');
    await expect(
      look({ patience: { answerWithin: 50 } }),
    ).rejects.toMatchObject({
      message: `GitHub at ${host} did not answer in time: check the network between the portal and it`,
      isPassing: true,
    });
  });

  it('has trouble of its own may be well again soon', async () => {
    world.fault('broken');
    await expect(look()).rejects.toMatchObject({
      message: `GitHub at ${host} has trouble of its own (502): try again in a minute`,
      isPassing: true,
    });
  });

  it('has had enough calls says until when', async () => {
    world.fault('limited');
    await expect(look()).rejects.toMatchObject({
      message: `GitHub at ${host} has had enough calls of the portal for now: it takes more in 20 minutes`,
      isPassing: true,
    });
  });

  it('does not accept the token is told, without the token', async () => {
    const error = await look({ token: `${TOKEN}x` }).catch(thrown => thrown);
    expect(error).toMatchObject({
      message: `GitHub at ${host} does not accept the credentials of the portal: renew the token or app of this host in integrations.github of the configuration`,
      isPassing: false,
    });
    expect(JSON.stringify(error)).not.toContain(TOKEN);
    expect(error.stack).not.toContain(TOKEN);
  });

  it('does not know the app of the portal is told', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const app = {
      appId: 4711,
      clientId: 'client',
      clientSecret: 'secret',
      webhookSecret: 'secret',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    };
    await expect(look({ app })).rejects.toMatchObject({
      name: 'NeighbourError',
      message: `GitHub at ${host} does not accept the credentials of the portal: renew the token or app of this host in integrations.github of the configuration`,
      isPassing: false,
    });
  });

  it('lets the portal only read is told what to allow', async () => {
    await expect(
      world.open({ token: 'reads-only' }).open(request),
    ).rejects.toMatchObject({
      message: `The portal may not open pull requests in kestrel-parcels/billing-deployments at ${host}: allow it to its token or app`,
      isPassing: false,
    });
  });

  it('forbids everything is told what to allow', async () => {
    world.fault('forbidden');
    await expect(look()).rejects.toMatchObject({
      message: `The portal may not read pull requests in kestrel-parcels/billing-deployments at ${host}: allow it to its token or app`,
      isPassing: false,
    });
  });

  it('has no such repository is told', async () => {
    await expect(look({ repo: 'nothing' })).rejects.toMatchObject({
      message: `GitHub at ${host} has no kestrel-parcels/nothing that the portal may see, or not what was asked of it (read pull requests): check the name, and what its token or app may see`,
      isPassing: false,
    });
  });

  it('is a page of somebody else is no GitHub', async () => {
    const apiBaseUrl = `${world.url}/kestrel-parcels/billing-deployments/pull/41#`;
    await expect(look({ apiBaseUrl })).rejects.toMatchObject({
      message: `GitHub at ${host} answers with something that is no JSON: look whether a proxy is in between`,
      isPassing: true,
    });
  });
});

describe('a pull request cannot be opened', () => {
  it('for a branch that is not there', async () => {
    await expect(
      world.open().open({ ...request, branch: 'nobody' }),
    ).rejects.toMatchObject({
      message: `GitHub at ${host} refuses to open pull requests in kestrel-parcels/billing-deployments: Validation Failed`,
      isPassing: false,
    });
  });

  it('where there is nothing to merge', async () => {
    await world.git('update-ref', 'refs/heads/main', `refs/heads/${BRANCH}`);
    await expect(world.open().open(request)).rejects.toMatchObject({
      message: `GitHub at ${host} refuses to open pull requests in kestrel-parcels/billing-deployments: Validation Failed: No commits between main and ${BRANCH}`,
      isPassing: false,
    });
  });
});
