import {
  check,
  commit,
  type GitHubOfTest,
  headOf,
  makeRepository,
  ORGANIZATION,
  quotes,
  startGitHubOfTest,
} from './__testUtils__/startGitHubOfTest';
import { serviceOf } from '../../facts/__testUtils__/serviceOf';
import type { StartedFacts } from '../../facts/__testUtils__/startFacts';

jest.setTimeout(120_000);

const REPO = `/repos/${ORGANIZATION}/quotes`;
const QUOTES = 'component:default/quotes';

let github: GitHubOfTest;
let portal: StartedFacts;
beforeEach(async () => {
  github = await startGitHubOfTest();
});
afterEach(() => github.stop());

const start = async (options?: Parameters<GitHubOfTest['portal']>[0]) => {
  portal = await github.portal(options);
  await portal.look();
};
const fact = (id: string, service = 'quotes') => portal.fact(service, id)!;
/** What is said of the build after a look. */
const build = async () => {
  await portal.facts.refresh(QUOTES);
  const { state, sentence } = fact('main-build-passed');
  return `${state}: ${sentence}`;
};
const pages = () => `http://${github.host}/${ORGANIZATION}/quotes`;

describe('a repository', () => {
  it('is there, with its default branch, or it is not', async () => {
    await makeRepository(github);
    await start({ services: [quotes(), quotes('ghost')] });
    expect(fact('repository-exists')).toMatchObject({
      state: 'holds',
      sentence: `${ORGANIZATION}/quotes is there, its default branch is main`,
      link: { title: `${ORGANIZATION}/quotes`, url: pages() },
    });
    expect(fact('repository-exists', 'ghost')).toMatchObject({
      state: 'fails',
      sentence: `GitHub at ${github.host} has no ${ORGANIZATION}/ghost that the portal may see: create it, let the portal read it, or change the annotation github.com/project-slug`,
    });
    expect(fact('main-build-passed', 'ghost')).toMatchObject({
      state: 'fails',
      sentence: 'There is no repository',
    });
  });

  it('is named by the catalog, and credentials are there for its host', async () => {
    const elsewhere = serviceOf('elsewhere', {
      annotations: {
        'github.com/project-slug': `${ORGANIZATION}/elsewhere`,
        'backstage.io/source-location': `url:https://github.com/${ORGANIZATION}/elsewhere`,
      },
    });
    await start({ services: [serviceOf('nowhere'), elsewhere] });
    expect(fact('repository-exists', 'nowhere')).toMatchObject({
      state: 'fails',
      sentence: expect.stringContaining('github.com/project-slug'),
    });
    expect(fact('repository-exists', 'elsewhere')).toMatchObject({
      state: 'unknown',
      stale: {
        sentence: expect.stringContaining('no credentials for github.com'),
      },
    });
  });

  it('may have no commits yet', async () => {
    await github.ask('POST', `/orgs/${ORGANIZATION}/repos`, { name: 'quotes' });
    await start();
    expect(fact('repository-exists')).toMatchObject({ state: 'holds' });
    for (const id of ['default-branch-protected', 'main-build-passed']) {
      expect(fact(id)).toMatchObject({
        state: 'fails',
        sentence: `main of ${ORGANIZATION}/quotes has no commits yet`,
      });
    }
  });

  it('is protected, or open to whoever may push', async () => {
    await makeRepository(github);
    await start();
    expect(fact('default-branch-protected')).toMatchObject({
      state: 'fails',
      sentence: expect.stringMatching(/^main is not protected/),
    });
    await github.ask('PUT', `${REPO}/branches/main/protection`, {
      required_status_checks: { strict: false, contexts: ['build'] },
      enforce_admins: true,
      required_pull_request_reviews: null,
      restrictions: null,
    });
    await portal.facts.refresh(QUOTES);
    expect(fact('default-branch-protected')).toMatchObject({
      state: 'holds',
      sentence: 'main is protected',
    });
  });
});

describe('the last build of main', () => {
  beforeEach(async () => {
    await makeRepository(github);
    await start();
  });

  it('passed once all checks of the newest commit did', async () => {
    const sha = await headOf(github);
    const at = `main (${sha.slice(0, 7)})`;
    expect(await build()).toBe(
      `fails: No build of main has ended (${sha.slice(0, 7)})`,
    );
    await check(github, sha, { name: 'lint' });
    expect(await build()).toBe(`fails: The first build of ${at} has not ended`);
    await check(github, sha, { name: 'lint', conclusion: 'success' });
    await check(github, sha, { name: 'docs', conclusion: 'skipped' });
    expect(await build()).toBe(
      `holds: The build of ${at} passed: lint and docs`,
    );
    expect(fact('main-build-passed').link).toEqual({
      title: `Commit ${sha.slice(0, 7)}`,
      url: `${pages()}/commit/${sha}`,
    });
    await check(github, sha, { name: 'test', conclusion: 'failure' });
    await check(github, sha, { name: 'slow' });
    expect(await build()).toBe(`fails: The build of ${at} failed: test`);
    expect(fact('main-build-passed').link).toMatchObject({ title: 'test' });
  });

  it('is judged by statuses, too, those of the portal itself apart', async () => {
    const sha = await headOf(github);
    const status = (context: string, state: string) =>
      github.ask('POST', `${REPO}/statuses/${sha}`, {
        context,
        state,
        target_url: `https://ci.example/${context}`,
      });
    await status('sphera/merge-freeze', 'failure');
    expect(await build()).toMatch(/^fails: No build of main has ended/);
    await status('ci/codefresh', 'pending');
    expect(await build()).toMatch(/has not ended$/);
    await status('ci/codefresh', 'success');
    expect(await build()).toMatch(/^holds: .* passed: ci\/codefresh$/);
    await status('ci/codefresh', 'error');
    expect(await build()).toMatch(/^fails: .* failed: ci\/codefresh$/);
    expect(fact('main-build-passed').link).toEqual({
      title: 'ci/codefresh',
      url: 'https://ci.example/ci/codefresh',
    });
  });

  it('is that of an earlier commit while the newest is being built', async () => {
    const first = await headOf(github);
    await check(github, first, { conclusion: 'success' });
    const second = await commit(github, { path: 'second' });
    const third = await commit(github, { path: 'third' });
    await check(github, third);
    expect(await build()).toBe(
      `holds: The build of main (${first.slice(
        0,
        7,
      )}) passed: build; ${third.slice(0, 7)} has no end yet`,
    );
    await check(github, second, { conclusion: 'failure' });
    expect(await build()).toMatch(
      /^fails: The build of main .* failed: build;/,
    );
    await check(github, third, { conclusion: 'success' });
    expect(await build()).toMatch(/^holds: .* passed: build$/);
  });

  it('with many checks is judged by all of them', async () => {
    const sha = await headOf(github);
    for (let nth = 0; nth < 101; nth++) {
      const name = `check-${String(nth).padStart(3, '0')}`;
      const conclusion = nth === 100 ? 'failure' : 'success';
      await check(github, sha, { name, conclusion });
    }
    expect(await build()).toMatch(/^fails: .* failed: check-100$/);
  });
});
