import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { parse } from 'yaml';
import { readSettings } from './readSettings';

const page = readFileSync(
  join(__dirname, '../../../../../docs/creation.md'),
  'utf8',
);
const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)]
  .map(([, text]) => parse(text))
  .filter(({ sphera }) => sphera?.creation);
const fleet = {
  environments: [{ name: 'staging', title: 'Staging' }],
  regions: [],
  clusters: [],
};

describe('the examples of docs/creation.md', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples)('are good settings: %j', example => {
    expect(() => readSettings(new ConfigReader(example), fleet)).not.toThrow();
  });
});
