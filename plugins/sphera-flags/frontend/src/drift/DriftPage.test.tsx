import type { EvaluatePermissionRequest } from '@backstage/plugin-permission-common';
import { listDrift, mendDrift } from '@sphera/plugin-flags-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cell, changedByHand, drift, OFF } from '../__testUtils__/answers';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { DriftPage } from './DriftPage';

const open = (
  all = [drift()],
  query = '',
  may?: (request: EvaluatePermissionRequest) => boolean,
) => {
  const flags = new FlagsOfTest();
  flags.drift = all;
  return renderFlags(<DriftPage />, {
    flags,
    address: `/flags/drift${query}`,
    path: '/flags/drift',
    may,
  });
};

const card = (name: string) => screen.findByRole('region', { name });

const mend = async (name: string) => {
  await userEvent.click(await screen.findByRole('button', { name }));
  await userEvent.type(
    await screen.findByRole('textbox', { name: /Reason/ }),
    'it was edited by hand{Enter}',
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
};

describe('the page of drift', () => {
  it('says by flag what each cluster has in place of what is wanted, and why', async () => {
    open();
    expect(await screen.findByText('1 difference')).toBeVisible();
    const checkout = await card('new-checkout');
    expect(
      within(checkout).getByRole('row', { name: /^production-us/ }),
    ).toHaveTextContent(
      /changed thereIt reports off, and was told on\..*onrevision 3.*offrevision 3/,
    );
    expect(
      within(checkout).getByRole('link', { name: 'new-checkout' }),
    ).toHaveAttribute('href', '/flags/f/new-checkout');
  });

  it('says what is wanted where, where clusters that should agree are to differ', async () => {
    const [on, off] = ['staging-eu', 'staging-us'].map(name => cell(name));
    open([
      drift({
        environment: 'staging',
        kind: 'unlike',
        sentence: 'Two values are wanted',
        cells: [on, { ...off, wanted: { ...off.wanted!, value: OFF } }],
      }),
    ]);
    expect(await card('new-checkout')).toHaveTextContent(
      'Two values are wanted. Staging',
    );
    expect(
      within(screen.getByRole('list', { name: 'What is wanted where' }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['onstaging-eu', 'offstaging-us']);
    expect(screen.queryByRole('button', { name: /in step/ })).toBeNull();
  });

  it('names flags that nobody here knows, without a way to them', async () => {
    open([drift({ flag: 'left-over', service: undefined })]);
    const leftOver = await card('left-over');
    expect(leftOver).toHaveTextContent('a flag that nobody here knows');
    expect(within(leftOver).queryByRole('link')).toBeNull();
  });

  it('brings one cluster of a flag in step', async () => {
    const { flags } = open();
    await mend('Bring new-checkout in production-us in step…');
    expect(flags.lastAsked(mendDrift)).toEqual({
      flag: 'new-checkout',
      cluster: 'production-us',
      reason: 'it was edited by hand',
    });
  });

  it('brings all clusters of a flag in step', async () => {
    const cells = [changedByHand('production-us'), changedByHand('staging-eu')];
    const { flags } = open([drift({ cells })]);
    await mend('Bring new-checkout in step…');
    expect(flags.lastAsked(mendDrift)).toEqual({
      flag: 'new-checkout',
      reason: 'it was edited by hand',
    });
  });

  it('brings all flags of a cluster in step, once it is narrowed to it', async () => {
    const { flags } = open(undefined, '?cluster=production-us');
    await mend('Bring all flags of production-us in step…');
    expect(flags.lastAsked(mendDrift)).toEqual({
      cluster: 'production-us',
      reason: 'it was edited by hand',
    });
  });

  it('lets the owners of all that drifts in a cluster bring it in step', async () => {
    open(undefined, '?cluster=production-us', request =>
      Boolean(request.resourceRef?.startsWith('service=')),
    );
    const name = 'Bring all flags of production-us in step…';
    const button = await screen.findByRole('button', { name });
    await waitFor(() => expect(button).toBeEnabled());
    expect(button).not.toHaveAccessibleDescription();
  });

  it('leaves it to the backend where what drifts in a cluster is of several services', async () => {
    const other = 'component:default/payments';
    open(
      [drift(), drift({ flag: 'quote-layout', service: other })],
      '?cluster=production-us',
      () => false,
    );
    const name = 'Bring all flags of production-us in step…';
    await userEvent.click(await screen.findByRole('button', { name }));
    expect(await screen.findByRole('dialog')).toBeVisible();
  });

  it('offers nothing to do about clusters that are silent', async () => {
    open(
      [
        drift({
          cells: [cell('production-ap', { state: 'silent' })],
          sentence: 'production-ap was not heard for 3 hours',
        }),
      ],
      '?cluster=production-ap',
    );
    await card('new-checkout');
    expect(screen.queryByRole('button', { name: /in step/ })).toBeNull();
  });

  it('shows ten clusters of a difference, and the others when asked', async () => {
    const cells = Array.from({ length: 14 }, (_, index) =>
      cell(`production-eu-${index}`, { state: 'changed', reported: undefined }),
    );
    open([drift({ cells })]);
    expect(await screen.findByText('10 of 14 clusters')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    expect(
      screen.getByRole('row', { name: /^production-eu-13/ }),
    ).toBeVisible();
  });

  it('is narrowed by its address, and everything is a press away', async () => {
    const { flags } = open(undefined, '?environment=staging');
    expect(await screen.findByText('Nothing drifts like this')).toBeVisible();
    expect(flags.lastAsked(listDrift)).toMatchObject({
      environment: 'staging',
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Show everything' }),
    );
    expect(await card('new-checkout')).toBeVisible();
  });

  it('says that nothing drifts', async () => {
    open([]);
    expect(await screen.findByText('Nothing drifts')).toBeVisible();
  });

  it('tells wanted and reported apart also where both have the same few words', async () => {
    open([
      drift({
        cells: [
          cell('production-us', {
            state: 'changed',
            sentence: 'Its targeting is not the one that is wanted',
            reported: { revision: 3, value: OFF, at: new Date().toISOString() },
          }),
        ],
      }),
    ]);
    expect(await card('new-checkout')).toHaveTextContent(
      'Its targeting is not the one that is wanted.',
    );
  });

  it('offers to try again where it could not be loaded', async () => {
    const flags = new FlagsOfTest();
    flags.fail(listDrift, { status: 503, message: 'It rests' });
    renderFlags(<DriftPage />, { flags });
    expect(await screen.findByText('It rests')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
