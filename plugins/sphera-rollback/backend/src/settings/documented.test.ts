import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { refusal } from './__testUtils__/read';

const page = readFileSync(
  join(__dirname, '../../../../../docs/rollback.md'),
  'utf8',
);
const repositories = ['deployments', 'billing-deployments'].map(name => ({
  name,
  url: `https://github.com/kestrel/${name}.git`,
}));
const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)]
  .map(([, text]) => parse(text))
  .flatMap(({ layouts, sphera }) =>
    layouts ? { repositories, layouts } : sphera?.rollback ?? [],
  );

describe('the examples of docs/rollback.md', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThan(2);
  });

  it.each(examples)('are good settings: %j', example => {
    expect(refusal(example)).toBe('they are good');
  });
});
