import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import policy from '../manifests/iam-policy.json';

const adapters = join(__dirname, 'adapters');

/** Every call to AWS that the adapter can make: what it calls on the SDK's client. */
function callsMade(): string[] {
  const files = readdirSync(adapters, { recursive: true, encoding: 'utf8' });
  const sources = files
    .filter(file => /\.ts$/.test(file) && !/test/i.test(file))
    .map(file => readFileSync(join(adapters, file), 'utf8'));
  const calls = sources.join('\n').matchAll(/\baws\.([a-z][A-Za-z]+)\(/g);
  const names = [...calls].map(
    ([, call]) => call[0].toUpperCase() + call.slice(1),
  );
  return [...new Set(names)].sort();
}

it('the shipped IAM policy grants the calls that the portal makes, and no other', () => {
  const granted = policy.Statement.flatMap(({ Action }) => Action)
    .filter(action => action.startsWith('secretsmanager:'))
    .map(action => action.replace('secretsmanager:', ''));
  expect(callsMade()).toEqual([...granted].sort());
});

it('the documentation shows the policy that is shipped', () => {
  const docs = readFileSync(
    join(__dirname, '../../../../docs/secrets.md'),
    'utf8',
  );
  const [, shown] = /```json\n([\s\S]*?)```/.exec(docs)!;
  expect(JSON.parse(shown)).toEqual(policy);
});
