import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  gitAsNeighbour,
  GitHubStandIn,
  GitServer,
  HostedRepositories,
  startNeighbours,
} from '../../packages/dev-fleet/src';
import type { PullRequestsWanted } from './startPullRequests';

/** GitHub in a process of its own, whose every answer comes as late as that of GitHub itself. */
process.once('message', async (wanted: PullRequestsWanted) => {
  const { token, latencyMs } = wanted;
  const repositories = await HostedRepositories.make([]);
  const accounts = [{ login: 'sphera', token, isOwner: true }];
  const gitHub = new GitHubStandIn({
    repositories,
    accounts,
    organizations: [{ login: 'kestrel', name: 'Kestrel' }],
    callsPerHour: 1_000_000,
  });
  const host = await startNeighbours([
    gitAsNeighbour(new GitServer(repositories, accounts)),
    gitHub,
  ]);
  const { port } = new URL(host.url);
  const late = createServer((incoming, outgoing) => {
    const { url: path, method, headers } = incoming;
    setTimeout(() => {
      const on = request(
        { host: '127.0.0.1', port, path, method, headers },
        answer => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        },
      );
      incoming.pipe(on);
    }, latencyMs);
  });
  late.listen(0, '127.0.0.1', () => {
    const { port: own } = late.address() as AddressInfo;
    process.send!({
      addresses: { at: `http://127.0.0.1:${own}`, atOnce: host.url },
    });
  });
  process.once('disconnect', () => void host.stop().finally(process.exit));
});
