import { deployment, serviceRow } from '../__testUtils__/matrixAnswers';
import { steady } from './steady';

const before = serviceRow('quotes', {
  deployments: [deployment('a'), deployment('b')],
});

it('goes on with the same row where a cluster was only heard from again', () => {
  const now = serviceRow('quotes', {
    deployments: [
      deployment('a', { observedAt: '2026-11-24T12:00:00.000Z' }),
      deployment('b'),
    ],
  });
  expect(steady(before, now)).toBe(before);
});

it('makes a new row of what has changed and the same objects else', () => {
  const row = steady(
    before,
    serviceRow('quotes', {
      deployments: [deployment('a'), deployment('b', { version: '5' })],
    }),
  );
  expect(row).not.toBe(before);
  expect(row.deployments[0]).toBe(before.deployments[0]);
  expect(row.deployments[1]).toMatchObject({ cluster: 'b', version: '5' });
  expect(row.owners).toBe(before.owners);
});

it('notices what is gone', () => {
  const row = steady(
    before,
    serviceRow('quotes', { deployments: [deployment('a')] }),
  );
  expect(row.deployments).toEqual([before.deployments[0]]);
  const { deployedAt, ...rest } = deployment('a');
  const dated = deployment('a', { deployedAt: '2026-11-24T12:00:00.000Z' });
  expect(steady(dated, rest)).not.toHaveProperty('deployedAt');
});

it('tells how old the data is from the moment that a cluster is lost', () => {
  const observedAt = '2026-11-24T12:00:00.000Z';
  const lost = steady(
    deployment('a'),
    deployment('a', { stale: true, observedAt }),
  );
  expect(lost).toMatchObject({ stale: true, observedAt });
});
