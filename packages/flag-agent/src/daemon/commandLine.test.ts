import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { createSigningKeys } from '@sphera/plugin-flags-node';
import { GivenOptions } from './GivenOptions';
import { main } from './main';
import { OPTIONS } from './optionList';
import { readSettings } from './readSettings';
import { quickClock } from '../__testUtils__/quickClock';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphera-options-'));
  await writeFile(join(folder, 'password'), 'not-to-be-seen\n');
  await writeFile(join(folder, 'key.pem'), createSigningKeys().publicKey);
  await writeFile(join(folder, 'private.pem'), createSigningKeys().privateKey);
  await writeFile(join(folder, 'ca.pem'), rootCertificates[0]);
});
afterAll(async () => rm(folder, { recursive: true }));

const WHOLE = ['--cluster=here', '--file=/flags.json', '--brokers=a:1,b:2'];
const settings = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  readSettings(new GivenOptions([...WHOLE, ...args], env));

async function run(args: string[], env: NodeJS.ProcessEnv = {}) {
  let output = '';
  let errors = '';
  const code = await main(args, {
    env,
    clock: quickClock(),
    newId: () => 'an-id',
    write: text => void (output += text),
    writeError: text => void (errors += text),
    ending: Promise.resolve(),
  });
  return { code, output, errors };
}

describe('The command line', () => {
  it('helps with every option', async () => {
    const { code, output } = await run(['--help']);
    expect(code).toBe(0);
    for (const { name } of OPTIONS) expect(output).toContain(`--${name}`);
  });

  it('says which version it is', async () => {
    expect(await run(['--version'])).toEqual({
      code: 0,
      output: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      errors: '',
    });
  });

  it.each([
    [
      [],
      '--cluster is missing: set it, or FLAG_AGENT_CLUSTER in the environment',
    ],
    [
      ['--cluster='],
      '--cluster is missing: set it, or FLAG_AGENT_CLUSTER in the environment',
    ],
    [
      ['--cluster=a/b'],
      '--cluster must be a name as the portal has it, without slashes and spaces',
    ],
    [
      ['--cluster=a'],
      'Where flags are to be written is missing: set --file or --config-map, or both',
    ],
    [
      ['--cluster=a', '--config-map=x'],
      '--config-map must be <namespace>/<name>',
    ],
    [
      ['--cluster=a', '--file=f'],
      '--brokers is missing: set it, or FLAG_AGENT_BROKERS in the environment',
    ],
    [
      ['--cluster=a', '--file=f', '--brokers=kafka'],
      '--brokers must be host:port, with commas between several, and "kafka" is not',
    ],
    [
      ['--cluster=a', '--file=f', '--log=x'],
      '--log must be an address, like http://127.0.0.1:7008/flags/log',
    ],
    [
      ['--nonsense'],
      'There is no option --nonsense: --help tells which there are',
    ],
    [
      [...WHOLE, '--tls-ca-file=/nowhere'],
      '--tls-ca-file names the file /nowhere, which cannot be read (ENOENT)',
    ],
    [
      ['--cluster=a', '--file=f', '--brokers=kafka:99999'],
      '--brokers must be host:port, with commas between several, and "kafka:99999" is not',
    ],
    [
      [...WHOLE, '--sasl-username=u'],
      '--sasl-username needs --sasl-mechanism, or FLAG_AGENT_SASL_MECHANISM in the environment',
    ],
    [
      [...WHOLE, '--sasl-mechanism=magic'],
      '--sasl-mechanism must be plain, scram-sha-256, scram-sha-512 or aws-iam',
    ],
    [
      [...WHOLE, '--sasl-mechanism=plain', '--sasl-username=u'],
      'The password for Kafka is missing: set FLAG_AGENT_SASL_PASSWORD in the environment, or --sasl-password-file',
    ],
    [
      [...WHOLE, '--public-key-file=x'],
      '--public-key-file must be <id>=<path>, like portal-1=/keys/portal-1.pem',
    ],
    [[...WHOLE, '--port=99999'], '--port must be a number up to 65535'],
    [
      [...WHOLE, '--heartbeat-every=30'],
      '--heartbeat-every must be an ISO 8601 duration of at most a day, like PT30S or PT5M',
    ],
    [
      [...WHOLE, '--log-level=loud'],
      '--log-level must be debug, info, warn, error',
    ],
  ])('ends with 2 and one sentence at %j', async (args, sentence) => {
    expect(await run(args)).toEqual({
      code: 2,
      output: '',
      errors: `sphera-flag-agent: ${sentence}\n`,
    });
  });

  it.each([
    [['--sasl-password', 'not-to-be-seen']],
    [['--sasl-password=not-to-be-seen']],
    [['not-to-be-seen']],
    [['--tls=not-to-be-seen']],
  ])('repeats no value that it does not understand: %j', async args => {
    const { code, errors } = await run([...WHOLE, ...args]);
    expect(code).toBe(2);
    expect(errors).not.toContain('not-to-be-seen');
  });

  it('says that there is no such address to listen on', async () => {
    const file = `--file=${join(folder, 'flags.json')}`;
    const where = ['--port=0', '--host=192.0.2.1'];
    const { code, errors } = await run([...WHOLE, file, ...where]);
    expect(code).toBe(2);
    expect(errors).toBe(
      'sphera-flag-agent: This machine has no address 192.0.2.1: set another with --host\n',
    );
  });

  it('takes no private key where a public one belongs, and shows nothing of it', async () => {
    const path = join(folder, 'private.pem');
    const { code, errors } = await run([
      ...WHOLE,
      `--public-key-file=k=${path}`,
    ]);
    expect(code).toBe(2);
    expect(errors).toMatch(/--public-key-file: The key k is a private key/);
  });
});

describe('Settings', () => {
  it('come with sensible defaults', () => {
    expect(settings([])).toEqual({
      cluster: 'here',
      file: '/flags.json',
      transport: {
        kafka: { brokers: ['a:1', 'b:2'], clientId: 'sphera-flags' },
      },
      topics: {
        commands: 'sphera.flags.commands.v1',
        reports: 'sphera.flags.reports.v1',
      },
      publicKeys: [],
      heartbeatEvery: 30_000,
      snapshotEvery: 300_000,
      port: 8080,
      host: undefined,
      logLevel: 'info',
    });
  });

  it('take the password from a file or the environment', () => {
    const sasl = ['--sasl-mechanism=scram-sha-512', '--sasl-username=agent'];
    const file = `--sasl-password-file=${join(folder, 'password')}`;
    const expected = {
      kafka: {
        sasl: {
          mechanism: 'scram-sha-512',
          username: 'agent',
          password: 'not-to-be-seen',
        },
      },
    };
    expect(settings([...sasl, file]).transport).toMatchObject(expected);
    const env = { FLAG_AGENT_SASL_PASSWORD: 'not-to-be-seen' };
    expect(settings(sasl, env).transport).toMatchObject(expected);
  });

  it('speak TLS where anything of it is set', () => {
    const ca = `--tls-ca-file=${join(folder, 'ca.pem')}`;
    const tlsOf = (...args: string[]) => settings(args).transport;
    expect(tlsOf('--tls')).toMatchObject({ kafka: { tls: {} } });
    expect(tlsOf(ca)).toMatchObject({
      kafka: { tls: { ca: expect.stringContaining('BEGIN CERTIFICATE') } },
    });
    expect(tlsOf()).not.toHaveProperty('kafka.tls');
  });

  it('take an argument before the environment', () => {
    const env = { FLAG_AGENT_PORT: '1', FLAG_AGENT_HOST: '::1' };
    expect(settings(['--port=2'], env)).toMatchObject({ port: 2, host: '::1' });
  });

  it('take several public keys, also from one variable', () => {
    const path = join(folder, 'key.pem');
    const env = { FLAG_AGENT_PUBLIC_KEY_FILE: `a=${path},b=${path}` };
    expect(settings([], env).publicKeys.map(({ key }) => key)).toEqual([
      'a',
      'b',
    ]);
  });
});
