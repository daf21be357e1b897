import {
  CodefreshStandIn,
  commitTo,
  gitAsNeighbour,
  GitHubStandIn,
  GitServer,
  HostedRepositories,
  type SecretsManagerStandIn,
  startNeighbours,
  startSecretsManagerStandIn,
} from '@sphera/dev-fleet';

export const ACCOUNT = '111111111111';
export const REGION = 'eu-central-1';
export const ORGANIZATION = 'kestrel-parcels';
/** None of them may ever be read anywhere. */
export const TOKENS = {
  git: 'portal-on-git-of-a-test-Qm7tRb2n',
  codefresh: 'codefresh-of-a-test-Zk5vXw9q',
  aws: 'key-of-a-test-Wd4sLp8m',
};

/** GitHub, Codefresh and AWS, around a portal. */
export interface Outside {
  url: string;
  gitHub: GitHubStandIn;
  codefresh: CodefreshStandIn;
  aws: SecretsManagerStandIn;
  /** Calls GitHub's API as the portal's account; the answer, or `undefined` where there is none. */
  ask(method: string, path: string, body?: object): Promise<any>;
  /** Text of a file of the GitOps repository. */
  deployed(path: string): Promise<string | undefined>;
  /** Commits to the GitOps repository as somebody else. */
  commit(files: Record<string, string | null>): Promise<void>;
  stop(): Promise<void>;
}

/** Starts them, with an empty organization. */
export async function startOutside(): Promise<Outside> {
  const repositories = await HostedRepositories.make([
    { name: `${ORGANIZATION}/deployments` },
  ]);
  const accounts = [{ login: 'portal', token: TOKENS.git, isOwner: true }];
  const gitHub = new GitHubStandIn({
    repositories,
    accounts,
    organizations: [
      {
        login: ORGANIZATION,
        name: 'Kestrel Parcels',
        teams: [
          { slug: 'booking', name: 'Booking', members: [] },
          { slug: 'platform', name: 'Platform', members: [] },
        ],
      },
    ],
  });
  const git = new GitServer(repositories, accounts);
  const codefresh = new CodefreshStandIn({ token: TOKENS.codefresh });
  const neighbours = await startNeighbours([
    gitAsNeighbour(git),
    gitHub,
    codefresh,
  ]);
  const aws = await startSecretsManagerStandIn({
    accounts: [
      {
        account: ACCOUNT,
        accessKeyId: 'KEYOFATEST',
        secretAccessKey: TOKENS.aws,
      },
    ],
  });
  const { url } = neighbours;
  const folder = repositories.get(`${ORGANIZATION}/deployments`)!.folder;
  const commit = async (files: Record<string, string | null>) => {
    await commitTo(folder, {
      files,
      message: 'A change of somebody else',
      author: { name: 'Sam', email: 'sam@kestrel-parcels.example' },
      at: Date.now(),
    });
    repositories.pushed(`${ORGANIZATION}/deployments`, 'main');
  };
  await commit({ 'README.md': 'What runs\n' });

  const ask: Outside['ask'] = async (method, path, body) => {
    const response = await fetch(`${url}/api/v3${path}`, {
      method,
      headers: { authorization: `token ${TOKENS.git}` },
      body: body && JSON.stringify(body),
    });
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(await response.text());
    return response.status === 204 ? {} : response.json();
  };
  return {
    url,
    gitHub,
    codefresh,
    aws,
    ask,
    commit,
    async deployed(path) {
      const found = await ask(
        'GET',
        `/repos/${ORGANIZATION}/deployments/contents/${path}`,
      );
      return found && Buffer.from(found.content, 'base64').toString();
    },
    async stop() {
      await neighbours.stop();
      await aws.stop();
      await repositories.remove();
    },
  };
}
