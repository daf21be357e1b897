import {
  makeRepository,
  octokitFor,
  ORG,
  OWNER_TOKEN,
  refusal,
  startGitHub,
} from './__testUtils__/startGitHub';

const HOUR = 3_600_000;

it('each answer tells how many calls are left of this hour', async () => {
  const started = await startGitHub({ callsPerHour: 3 });
  const { rest } = started.as('portal');
  const { headers } = await rest.orgs.get({ org: ORG });
  expect(headers).toMatchObject({
    'x-ratelimit-limit': '3',
    'x-ratelimit-used': '1',
    'x-ratelimit-remaining': '2',
    'x-ratelimit-reset': String((started.now() + HOUR) / 1_000),
    'x-ratelimit-resource': 'core',
  });
  const { data } = await rest.rateLimit.get();
  expect(data.rate).toMatchObject({ limit: 3, remaining: 2 });
});

it('too many calls are refused until the hour is over, those of others are not', async () => {
  const started = await startGitHub({ callsPerHour: 1 });
  const ask = (login: 'portal' | 'mei-lin') =>
    refusal(started.as(login).rest.orgs.get({ org: ORG }));
  expect((await ask('portal')).status).toBe(200);
  expect(await ask('portal')).toMatchObject({
    status: 403,
    message: 'API rate limit exceeded for user portal.',
  });
  expect((await ask('mei-lin')).status).toBe(200);
  started.passes(HOUR);
  expect((await ask('portal')).status).toBe(200);
});

it('who writes too much in a minute is told when to come back', async () => {
  const started = await startGitHub({ pointsPerMinute: 12 });
  const where = await makeRepository(started);
  const { rest } = octokitFor(started.url, OWNER_TOKEN);
  const write = () => rest.repos.replaceAllTopics({ ...where, names: ['one'] });
  started.passes(20_000);
  await write();
  const refused = await write().catch(error => error.response);
  expect(refused).toMatchObject({
    status: 403,
    headers: { 'retry-after': '40' },
    data: { message: expect.stringContaining('secondary rate limit') },
  });
  // To read takes a fifth of it.
  expect((await rest.repos.get(where)).status).toBe(200);
  started.passes(40_000);
  expect((await write()).status).toBe(200);
});

it('an answer that the client has already is not sent again, and counts for nothing', async () => {
  const started = await startGitHub();
  const ask = (headers: Record<string, string> = {}) =>
    fetch(`${started.url}/api/v3/orgs/${ORG}`, {
      headers: { authorization: `token ${OWNER_TOKEN}`, ...headers },
    });
  const first = await ask();
  const tag = first.headers.get('etag')!;
  expect(tag).toMatch(/^W\/"/);
  const second = await ask({ 'if-none-match': tag });
  expect(second.status).toBe(304);
  expect((await ask()).headers.get('x-ratelimit-used')).toBe('2');
});

it('a list comes in pages with the ways to the others', async () => {
  const started = await startGitHub();
  for (const name of ['one', 'two', 'three']) {
    await makeRepository(started, name);
  }
  const { rest } = started.as('portal');
  const page = (number: number) =>
    rest.repos.listForOrg({ org: ORG, per_page: 1, page: number });
  const ways = async (number: number) =>
    [...(await page(number)).headers.link!.matchAll(/rel="(\w+)"/g)].map(
      ([, rel]) => rel,
    );
  expect(await ways(1)).toEqual(['next', 'last']);
  expect(await ways(2)).toEqual(['prev', 'next', 'last', 'first']);
  expect(await ways(3)).toEqual(['prev', 'first']);
  const all = await started
    .as('portal')
    .paginate(rest.repos.listForOrg, { org: ORG, per_page: 1 });
  expect(all.map(({ name }) => name)).toEqual(['one', 'three', 'two']);
});

it('a call fails once where that is wished of it alone', async () => {
  const started = await startGitHub();
  const where = await makeRepository(started);
  const { rest } = octokitFor(started.url, OWNER_TOKEN);
  const call = `PUT /repos/${ORG}/parcels/topics`;
  const set = (name: string) =>
    refusal(rest.repos.replaceAllTopics({ ...where, names: [name] }));
  started.gitHub.fault('broken', { calls: [call], times: 1 });
  expect((await refusal(rest.repos.get(where))).status).toBe(200);
  expect((await set('first')).status).toBe(502);
  expect((await set('second')).status).toBe(200);

  started.gitHub.fault('lost', { calls: [call], times: 1 });
  expect((await set('third')).status).toBe(500);
  const { data } = await rest.repos.getAllTopics(where);
  expect(data.names).toEqual(['third']);

  started.gitHub.fault('limited-briefly', { times: 1 });
  expect(await refusal(rest.repos.get(where))).toMatchObject({
    status: 403,
    message: expect.stringContaining('secondary rate limit'),
  });
});
