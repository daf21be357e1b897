import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import {
  makeBranch,
  makeRepository,
  ORG,
  refusal,
  startGitHub,
  type StartedGitHub,
} from './__testUtils__/startGitHub';

const SECRET = 'secret-of-a-hook';

interface Heard {
  event: string;
  action?: string;
  headers: IncomingHttpHeaders;
  text: string;
  payload: any;
}

let started: StartedGitHub;
let where: { owner: string; repo: string };
let heard: Heard[];
let answers: number[];
const receiver = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  const { headers } = request;
  const payload = JSON.parse(
    text.startsWith('payload=')
      ? new URLSearchParams(text).get('payload')!
      : text,
  );
  const event = String(headers['x-github-event']);
  heard.push({ event, action: payload.action, headers, text, payload });
  response.writeHead(answers.shift() ?? 200).end('thanks');
  receiver.emit('heard');
});

beforeAll(async () => {
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
});
afterAll(() => receiver.close());

beforeEach(async () => {
  heard = [];
  answers = [];
  started = await startGitHub();
  where = await makeRepository(started);
});

const until = (isSo: () => boolean | Promise<boolean>) =>
  eventually(async () => expect(await isSo()).toBe(true));

const url = () =>
  `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;

async function listen(events: string[], config: object = {}) {
  const { data } = await started.as('portal').rest.repos.createWebhook({
    ...where,
    events,
    config: { url: url(), content_type: 'json', secret: SECRET, ...config },
  });
  await until(() => heard.some(({ event }) => event === 'ping'));
  return { ...where, hook_id: data.id };
}

const names = () =>
  heard.map(({ event, action }) => (action ? `${event} ${action}` : event));

describe('a webhook', () => {
  it('is pinged, and signs the bytes that it sends', async () => {
    await listen(['push']);
    const [{ event, headers, text, payload }] = heard;
    expect(event).toBe('ping');
    expect(payload.hook.config.secret).toBe('********');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-github-delivery': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-hub-signature-256': `sha256=${createHmac('sha256', SECRET)
        .update(text)
        .digest('hex')}`,
    });
  });

  it('sends a form where it was not asked for JSON', async () => {
    await listen(['push'], { content_type: 'form' });
    const [{ headers, text }] = heard;
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(headers['x-hub-signature-256']).toBe(
      `sha256=${createHmac('sha256', SECRET).update(text).digest('hex')}`,
    );
  });

  it('tells the life of a pull request in its order', async () => {
    await listen(['pull_request']);
    const { rest } = started.as('portal');
    await makeBranch(started, 'change');
    const wish = { title: 'A change', head: 'change', base: 'main' };
    const { data } = await rest.pulls.create({ ...where, ...wish });
    const about = { ...where, issue_number: data.number };
    await rest.issues.addLabels({ ...about, labels: ['hotfix'] });
    await rest.repos.createOrUpdateFileContents({
      ...where,
      branch: 'change',
      path: 'more.txt',
      message: 'More',
      content: '',
    });
    await until(() => names().includes('pull_request synchronize'));
    await rest.issues.removeLabel({ ...about, name: 'hotfix' });
    const pull = { ...where, pull_number: data.number };
    await rest.pulls.update({ ...pull, state: 'closed' });
    await rest.pulls.update({ ...pull, state: 'open' });
    await rest.pulls.merge(pull);
    await until(() => heard.length === 8);
    expect(names()).toEqual([
      'ping',
      'pull_request opened',
      'pull_request labeled',
      'pull_request synchronize',
      'pull_request unlabeled',
      'pull_request closed',
      'pull_request reopened',
      'pull_request closed',
    ]);
    const [, opened, labeled] = heard;
    expect(opened.payload).toMatchObject({
      number: 1,
      pull_request: { head: { ref: 'change' }, base: { ref: 'main' } },
      repository: { full_name: `${ORG}/parcels` },
      organization: { login: ORG },
      sender: { login: 'portal' },
    });
    expect(labeled.payload.label).toMatchObject({ name: 'hotfix' });
    expect(heard[7].payload.pull_request).toMatchObject({ merged: true });
  });

  it('of an organisation tells what a pull request came to before', async () => {
    const octokit = started.as('portal');
    const { rest } = octokit;
    const { data } = await octokit.request('POST /orgs/{org}/hooks', {
      org: ORG,
      name: 'web',
      events: ['pull_request'],
      config: { url: url(), content_type: 'json', secret: SECRET },
    });
    expect(data.type).toBe('Organization');
    await makeBranch(started, 'change');
    await makeBranch(started, 'release');
    const wish = { title: 'A change', head: 'change', base: 'main' };
    await rest.pulls.create({ ...where, ...wish });
    const pull_number = 1;
    await rest.pulls.update({ ...where, pull_number, base: 'release' });
    await until(() => heard.length === 3);
    expect(names()[2]).toBe('pull_request edited');
    expect(heard[2].payload).toMatchObject({
      changes: { base: { ref: { from: 'main' } } },
      pull_request: { base: { ref: 'release' } },
      repository: { full_name: `${ORG}/parcels` },
    });
  });

  it('tells of pushes, statuses and checks', async () => {
    await listen(['push', 'status', 'check_run']);
    const sha = await makeBranch(started, 'change');
    const { rest } = started.as('portal');
    await rest.repos.createCommitStatus({ ...where, sha, state: 'success' });
    await rest.checks.create({
      ...where,
      name: 'build',
      head_sha: sha,
      conclusion: 'success',
    });
    await until(() => heard.length >= 6);
    expect(names().sort()).toEqual([
      'check_run completed',
      'check_run created',
      'ping',
      'push',
      'push',
      'status',
    ]);
    const pushes = heard.filter(({ event }) => event === 'push');
    expect(pushes[1].payload).toMatchObject({
      ref: 'refs/heads/change',
      after: sha,
      before: pushes[0].payload.after,
      commits: [{ id: sha, message: 'Add change' }],
    });
  });

  it('keeps a delivery that failed, and sends it once more', async () => {
    const hook = await listen(['repository']);
    answers = [500];
    const { rest } = started.as('portal');
    await rest.repos.update({ ...where, description: 'Parcels' });
    const deliveries = async () =>
      (await rest.repos.listWebhookDeliveries(hook)).data;
    await until(async () => (await deliveries()).length === 2);
    const [failed] = await deliveries();
    expect(failed).toMatchObject({
      event: 'repository',
      action: 'edited',
      status_code: 500,
      redelivery: false,
    });
    const delivery = { ...hook, delivery_id: failed.id };
    const whole = await rest.repos.getWebhookDelivery(delivery);
    expect(whole.data).toMatchObject({
      request: { payload: { repository: { description: 'Parcels' } } },
      response: { payload: 'thanks' },
    });
    await rest.repos.redeliverWebhookDelivery(delivery);
    await until(async () => (await deliveries()).length === 3);
    expect((await deliveries())[0]).toMatchObject({
      guid: failed.guid,
      status_code: 200,
      redelivery: true,
    });
  });

  it('of an organisation hears of all its repositories', async () => {
    const { rest } = started.as('portal');
    await rest.orgs.createWebhook({
      org: ORG,
      name: 'web',
      events: ['repository'],
      config: { url: url(), content_type: 'json' },
    });
    await makeRepository(started, 'quotes');
    await until(() => heard.length === 2);
    expect(names()).toEqual(['ping', 'repository created']);
    const ofMei = started.as('mei-lin').rest.orgs.listWebhooks({ org: ORG });
    expect((await refusal(ofMei)).status).toBe(404);
  });

  it('hears nothing while webhooks are lost, and nothing is kept', async () => {
    const hook = await listen(['repository']);
    const { rest } = started.as('portal');
    started.gitHub.fault('hooks-lost');
    await rest.repos.update({ ...where, description: 'lost' });
    started.gitHub.fault('none');
    await rest.repos.update({ ...where, description: 'found' });
    await until(() => heard.length === 2);
    expect(heard[1].payload.repository.description).toBe('found');
    const { data } = await rest.repos.listWebhookDeliveries(hook);
    expect(data.length).toBeLessThanOrEqual(2);
  });

  it('is changed, silenced and deleted', async () => {
    const hook = await listen(['push']);
    const { rest } = started.as('portal');
    const changed = await rest.repos.updateWebhook({
      ...hook,
      active: false,
      add_events: ['status'],
    });
    expect(changed.data).toMatchObject({
      active: false,
      events: ['push', 'status'],
    });
    await rest.repos.deleteWebhook(hook);
    expect((await refusal(rest.repos.getWebhook(hook))).status).toBe(404);
  });
});
