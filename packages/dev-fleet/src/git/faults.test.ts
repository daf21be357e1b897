import { startKubernetesStandIn } from '../kubernetes/startKubernetesStandIn';
import {
  clone,
  REPOSITORY,
  somebody,
  startServer,
} from './__testUtils__/gitClient';
import { asNeighbour } from './asNeighbour';
import { commitTo } from './commitTo';
import { GitServer } from './GitServer';
import { runGit } from './runGit';

jest.setTimeout(120_000);

/** What git says of a connection that breaks. */
const CUT = /transfer closed|Connection reset|hung up|RPC failed/;

/** A server, and a work tree that has something to push. */
async function startWithSomethingToPush() {
  const server = await startServer();
  await commitTo(server.folderOf(REPOSITORY), {
    files: { 'quotes.yaml': 'tag: 4.12.1\n' },
    message: 'quotes 4.12.1',
    author: somebody,
    at: 0,
  });
  const here = await clone(server);
  await here.commit('quotes.yaml', 'tag: 4.11.7\n');
  const branch = () =>
    runGit(server.folderOf(REPOSITORY), ['show', 'main:quotes.yaml']);
  return { server, here, branch };
}

describe('trouble with the git server', () => {
  it('down: nothing is answered until it is over', async () => {
    const { server, here } = await startWithSomethingToPush();
    server.fault({ fault: 'down' });
    await expect(here.git('fetch')).rejects.toThrow(/unable to access/);
    server.fault({ fault: 'none' });
    await here.git('fetch');
  });

  it('denied: pushes are refused, reading goes on', async () => {
    const { server, here, branch } = await startWithSomethingToPush();
    server.fault({ fault: 'denied' });
    await here.git('fetch');
    await expect(here.git('push')).rejects.toThrow(/403/);
    expect(await branch()).toBe('tag: 4.12.1\n');
  });

  it('hook: pushes are refused with a sentence', async () => {
    const { server, here } = await startWithSomethingToPush();
    server.fault({ fault: 'hook' });
    await expect(here.git('push')).rejects.toThrow(
      'Deployments are closed while the audit',
    );
  });

  it('cut-before: the push breaks and nothing has arrived', async () => {
    const { server, here, branch } = await startWithSomethingToPush();
    server.fault({ fault: 'cut-before', times: 1 });
    await expect(here.git('push')).rejects.toThrow(CUT);
    expect(await branch()).toBe('tag: 4.12.1\n');
    await here.git('push', '--quiet');
    expect(await branch()).toBe('tag: 4.11.7\n');
  });

  it('cut-after: the push breaks and has arrived, which is told to who listens', async () => {
    const { server, here, branch } = await startWithSomethingToPush();
    const heard: string[] = [];
    server.repositories.onPush((_, moved) => heard.push(moved));
    server.fault({ fault: 'cut-after', times: 1 });
    await expect(here.git('push')).rejects.toThrow(CUT);
    expect(await branch()).toBe('tag: 4.11.7\n');
    expect(heard).toEqual(['main']);
    expect(await here.git('push', '--porcelain')).toContain('[up to date]');
  });

  it('is switched beside that of the clusters, and told', async () => {
    const { server } = await startWithSomethingToPush();
    const clusters = await startKubernetesStandIn({
      clusters: ['staging-eu'],
      accounts: [],
      neighbours: [asNeighbour(new GitServer(server.repositories, []))],
    });
    const ask = async (wish: object) => {
      const body = JSON.stringify(wish);
      const response = await fetch(`${clusters.url}/faults`, {
        method: 'POST',
        body,
      });
      return response.json();
    };
    expect(await ask({ neighbour: 'git', fault: 'hook' })).toEqual({
      'staging-eu': 'none',
      git: 'hook',
    });
    expect(await ask({ neighbour: 'git', fault: 'sleepy' })).toEqual({
      error:
        '"fault" must be one of none, down, slow, denied, cut-before, cut-after, hook.',
    });
    await clusters.stop();
  });
});
