import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSigningKeys } from '@sphera/plugin-flags-node';
import { GivenOptions } from './GivenOptions';
import { readSettings } from './readSettings';

const page = readFileSync(join(__dirname, '../../../../docs/flags.md'), 'utf8');
/** Where files are that the page names: the password, and the portal's public key. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sphera-documented-'));
  await writeFile(join(folder, 'kafka'), 'not-to-be-seen\n');
  const { publicKey } = createSigningKeys();
  await writeFile(join(folder, 'portal-1.pub.pem'), publicKey);
});
afterAll(async () => rm(folder, { recursive: true }));

function settings() {
  const [, command] = /^sphera-flag-agent (.*?)\n```/ms.exec(page) ?? [];
  const args = command!
    .replace(/\\\n/g, '')
    .replace(/\/(secrets|keys)\//g, `${folder}/`);
  return readSettings(new GivenOptions(args.trim().split(/\s+/), {}));
}

describe('the agent of docs/flags.md', () => {
  it('can be started as it is written there', () => {
    expect(settings()).toMatchObject({ cluster: 'depot-nord' });
  });

  it('may read with the groups that are named there', () => {
    const { transport } = settings();
    const { clientId } = (transport as { kafka: { clientId: string } }).kafka;
    expect(page).toContain(`\`${clientId}-agent-<cluster>-\``);
    expect(page).toContain(`--group ${clientId}-agent-depot-nord- `);
  });
});
