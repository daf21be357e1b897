import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { createSigningKeys } from '@sphera/plugin-flags-node';
import { quickClock } from '../__testUtils__/quickClock';
import { main } from './main';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphera-tls-'));
  await writeFile(join(folder, 'password'), 'not-to-be-seen\n');
  await writeFile(join(folder, 'private.pem'), createSigningKeys().privateKey);
  await writeFile(join(folder, 'ca.pem'), rootCertificates[0]);
});
afterAll(async () => rm(folder, { recursive: true }));

async function run(args: string[]) {
  let errors = '';
  const place = `--file=${join(folder, 'flags.json')}`;
  const code = await main(['--cluster=here', place, '--brokers=a:1', ...args], {
    env: {},
    clock: quickClock(),
    newId: () => 'an-id',
    write() {},
    writeError: text => void (errors += text),
    ending: Promise.resolve(),
  });
  return { code, errors };
}

describe('Files of TLS', () => {
  it.each([
    [
      ['--tls-ca-file=private.pem'],
      'The file of --tls-ca-file has to begin with a certificate as PEM (BEGIN CERTIFICATE)',
    ],
    [
      ['--tls-cert-file=private.pem', '--tls-key-file=private.pem'],
      'The file of --tls-cert-file has to begin with a certificate as PEM (BEGIN CERTIFICATE)',
    ],
    [
      ['--tls-cert-file=ca.pem', '--tls-key-file=password'],
      'The file of --tls-key-file has to be a private key as PEM, without a password',
    ],
    [
      ['--tls-cert-file=ca.pem', '--tls-key-file=private.pem'],
      'The key of --tls-key-file does not belong to the certificate of --tls-cert-file',
    ],
    [
      ['--tls-cert-file=ca.pem'],
      '--tls-cert-file and --tls-key-file belong together: set both or none',
    ],
  ])('are looked into before anything is begun: %j', async (args, sentence) => {
    const named = args.map(arg => arg.replace('=', `=${folder}/`));
    const { code, errors } = await run(named);
    expect({ code, errors }).toEqual({
      code: 2,
      errors: `sphera-flag-agent: ${sentence}\n`,
    });
  });
});
