import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { parse } from 'yaml';
import { readSettings } from './readSettings';

const page = readFileSync(
  join(__dirname, '../../../../../docs/lifecycle.md'),
  'utf8',
);
const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)]
  .map(([, text]) => parse(text))
  .filter(({ sphera }) => sphera?.lifecycle);
const fleet = {
  environments: ['staging', 'production'].map(name => ({ name, title: name })),
  regions: [],
  clusters: [],
};
const known = new Set([
  'repository-exists',
  'main-build-passed',
  'scan-clean',
  'secrets-complete:staging',
  'healthy-in:production',
  'retired-declared',
  'runs-nowhere',
]);

describe('the examples of docs/lifecycle.md', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples)('are good settings: %j', example => {
    const config = new ConfigReader(example);
    expect(() => readSettings(config, { fleet, known })).not.toThrow();
  });
});
