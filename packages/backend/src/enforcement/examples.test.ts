import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'yaml';
import { ENFORCEMENT, runShell } from '../__testUtils__/runShell';

const read = (path: string) =>
  parse(readFileSync(`${ENFORCEMENT}/${path}`, 'utf8'));

let asked: URLSearchParams | undefined;
let answer = 'ALLOWED';
let url: string;
const portal = createServer((request, response) => {
  asked = new URL(request.url!, url).searchParams;
  response.end(answer);
});

beforeAll(async () => {
  await new Promise<void>(done => portal.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
});
afterAll(() => portal.close());

/** Expects a way to ask the gate that passes while it is open, and only then. */
async function expectObedience(run: () => ReturnType<typeof runShell>) {
  answer = 'ALLOWED';
  expect(await run()).toMatchObject({ exitCode: 0 });
  answer = 'LOCKED';
  expect(await run()).toMatchObject({ exitCode: 1 });
}

describe('the GitHub Actions step', () => {
  const { inputs: defined, runs } = read('github-actions/action.yml');
  const [step] = runs.steps;
  const required = () => ({ url, token: 't', service: 'payments' });

  /** Runs the step as GitHub does: inputs put into its variables, then `sh -e`. */
  function run(inputs: Record<string, string>) {
    const env = Object.fromEntries(
      Object.entries<string>(step.env).map(([variable, text]) => [
        variable,
        text.replace(
          /\$\{\{ inputs\.([a-z-]+) \}\}/,
          (_, name) => inputs[name] ?? defined[name].default,
        ),
      ]),
    );
    const GITHUB_ACTION_PATH = `${ENFORCEMENT}/github-actions`;
    return runShell(['-e', '-c', step.run], { ...env, GITHUB_ACTION_PATH });
  }

  it('fails the job while a lock is in the way', async () => {
    await expectObedience(() => run(required()));
    expect(asked!.get('service')).toBe('payments');
  });

  it('asks for a deploy anywhere with no more than what it requires', async () => {
    await run(required());
    expect(asked!.get('action')).toBe('deploy');
    expect(asked!.has('environment')).toBe(false);
  });

  it('asks about the action that it is given', async () => {
    await run({ ...required(), action: 'merge' });
    expect(asked!.get('action')).toBe('merge');
  });

  it('asks about the environment, whatever is written there', async () => {
    const environment = '"; exit 0; "';
    await run({ ...required(), environment });
    expect(asked!.get('environment')).toBe(environment);
  });

  it('goes ahead without an answer only if it is told to', async () => {
    const down = { ...required(), url: 'http://127.0.0.1:9' };
    expect(await run({ ...down, 'fail-open': 'true' })).toMatchObject({
      exitCode: 0,
    });
    expect(await run(down)).toMatchObject({ exitCode: 2 });
  }, 120_000);

  it('is given nothing that it does not know in the example', () => {
    const { jobs } = read('github-actions/workflow-example.yml');
    const gates = Object.values<any>(jobs).map(job => job.steps[0].with);
    expect(gates).toHaveLength(2);
    for (const inputs of gates) {
      expect(Object.keys(defined)).toEqual(
        expect.arrayContaining(Object.keys(inputs)),
      );
    }
  });
});

describe('the Codefresh step', () => {
  const { gate } = read('codefresh.yml').steps;

  it('fails the pipeline while a lock is in the way', async () => {
    await expectObedience(() =>
      runShell(
        ['-c', `cd "${ENFORCEMENT}/../.." && ${gate.commands.join(' && ')}`],
        {
          SPHERA_URL: url,
          SPHERA_TOKEN: 't',
          SERVICE: 'payments',
          TARGET_ENVIRONMENT: 'production',
        },
      ),
    );
    expect(asked!.get('environment')).toBe('production');
  });
});

describe('the Argo CD hook', () => {
  const job = read('argo-cd/gate-job.yaml');
  const [container] = job.spec.template.spec.containers;

  it('fails the sync while a lock is in the way', async () => {
    await expectObedience(() =>
      runShell([`${ENFORCEMENT}/sphera-gate.sh`, ...container.args], {
        SPHERA_URL: url,
        SPHERA_TOKEN: 't',
      }),
    );
    expect(asked!.get('service')).toBe('payments');
  });

  it('finds the script where the kustomization puts it', () => {
    const [generated] = read('argo-cd/kustomization.yaml').configMapGenerator;
    const [volume] = job.spec.template.spec.volumes;
    const [mount] = container.volumeMounts;
    expect(volume.configMap.name).toBe(generated.name);
    expect(container.command).toEqual([
      'sh',
      `${mount.mountPath}/${generated.files[0]}`,
    ]);
  });
});
