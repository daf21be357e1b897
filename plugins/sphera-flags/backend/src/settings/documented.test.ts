import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSigningKeys } from '@sphera/plugin-flags-node';
import { parse } from 'yaml';
import { refusal } from './__testUtils__/read';

const page = readFileSync(
  join(__dirname, '../../../../../docs/flags.md'),
  'utf8',
);
const { privateKey } = createSigningKeys();
// What stands in files and in the environment is put in by Backstage.
const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)].map(
  ([, text]) =>
    parse(text.replace('{ $file: ./portal-1.pem }', JSON.stringify(privateKey)))
      .sphera.flags,
);

describe('the examples of docs/flags.md', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples)('are good settings', example => {
    expect(refusal(example)).toBe('they are good');
  });
});
