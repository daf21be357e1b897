import { givenRepository } from '../testUtils/givenRepository';

const variables = {
  EDITOR: 'vi',
  VISUAL: 'vi',
  PAGER: 'less',
  SSH_ASKPASS: '/nowhere',
  GIT_EDITOR: 'vi',
  GIT_SEQUENCE_EDITOR: 'vi',
  GIT_PAGER: 'less',
  GIT_ASKPASS: '/nowhere',
  GIT_PROXY_COMMAND: '/nowhere',
};

it('a repository does not mind what else a machine says to git', async () => {
  const given = await givenRepository();
  await given.deploy('1.0.0');
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    const repository = given.open();
    const { commit, stale } = await repository.head();
    expect(stale).toBeUndefined();
    expect(await repository.contains(commit, commit)).toBe(true);
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
    Object.assign(process.env, before);
    await given.stop();
  }
});
