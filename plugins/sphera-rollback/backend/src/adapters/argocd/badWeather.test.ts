import {
  CLUSTER,
  NAME,
  startArgoCd,
  TOKEN,
  type StartedArgoCd,
} from './__testUtils__/startArgoCd';

let world: StartedArgoCd;
let host: string;

beforeEach(async () => {
  world = await startArgoCd();
  ({ host } = new URL(world.url));
});
afterEach(() => world.stop());

const look = (as?: Parameters<StartedArgoCd['open']>[0], name = NAME) =>
  world.open(as).refresh(CLUSTER, name);

describe('Argo CD that', () => {
  it('is down may be up the next time', async () => {
    world.fault('down');
    await expect(look()).rejects.toMatchObject({
      name: 'NeighbourError',
      message: expect.stringMatching(
        `^Argo CD at ${host} cannot be reached \\(.+\\): check the network between the portal and it$`,
      ),
      isPassing: true,
    });
  });

  it('is down follows its branch all the same', async () => {
    world.fault('down');
    world.push('2.29.0');
    await world.clock.pass(180_000);
    expect(world.cluster.version).toBe('2.29.0');
  });

  it('is slow is not waited for', async () => {
    world.fault('slow');
    await expect(look({ answerWithin: 50 })).rejects.toMatchObject({
      message: `Argo CD at ${host} did not answer in time: check the network between the portal and it`,
      isPassing: true,
    });
  });

  it('has trouble of its own may be well again soon', async () => {
    world.fault('broken');
    await expect(look()).rejects.toMatchObject({
      message: `Argo CD at ${host} has trouble of its own (502): try again in a minute`,
      isPassing: true,
    });
  });

  it('does not accept the token is told, without the token', async () => {
    const error = await look({ token: `${TOKEN}x` }).catch(thrown => thrown);
    expect(error).toMatchObject({
      message: `Argo CD at ${host} does not accept the token of the portal: renew it in sphera.rollback.argoCd of the configuration`,
      isPassing: false,
    });
    expect(JSON.stringify(error)).not.toContain(TOKEN);
    expect(error.stack).not.toContain(TOKEN);
  });

  it('forbids something is told what to allow', async () => {
    world.fault('forbidden');
    await expect(
      world.open().sync(CLUSTER, NAME, 'a'.repeat(40)),
    ).rejects.toMatchObject({
      message: `Argo CD at ${host} has no application ${NAME} that the portal may get: check the name, and allow its account applications, get`,
      isPassing: false,
    });
  });

  it('has no such application is told', async () => {
    await expect(look({}, 'nobody')).rejects.toMatchObject({
      message: `Argo CD at ${host} has no application nobody that the portal may get: check the name, and allow its account applications, get`,
      isPassing: false,
    });
  });

  it('is somewhere else is told', async () => {
    await expect(look({ path: '/elsewhere' })).rejects.toMatchObject({
      message: `Argo CD at ${host} has no application ${NAME}: check sphera.rollback.argoCd of the configuration`,
      isPassing: false,
    });
  });

  it('is a page of somebody else is no Argo CD', async () => {
    await expect(look({ path: '/argocd#' })).rejects.toMatchObject({
      message: `Argo CD at ${host} answers with something that is no application: look whether a proxy is in between`,
      isPassing: true,
    });
  });
});
