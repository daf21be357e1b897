import { killFlag } from '@sphera/plugin-flags-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cell, change, flag, OFF, switched } from '../__testUtils__/answers';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { KillFlagButton } from './KillFlagButton';

const offIn = (cluster: string, fields: object = {}) =>
  cell(cluster, {
    wanted: {
      revision: 4,
      definition: switched('off'),
      value: OFF,
      at: '2026-11-01T10:00:00Z',
      change: 'kill-1',
    },
    ...fields,
  });

const open = (shown = flag(), options: { compact?: boolean } = {}) => {
  const flags = new FlagsOfTest();
  flags.flag = shown;
  flags.answer(killFlag, () => ({
    changes: [
      change({
        id: 'kill-1',
        kind: 'kill',
        clusters: change().clusters.map(one => ({ ...one, revision: 4 })),
      }),
    ],
  }));
  return renderFlags(<KillFlagButton flag={shown} {...options} />, { flags });
};
const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));

it('takes two clicks', async () => {
  const { flags } = open();
  await press('Switch off everywhere…');
  await press('Switch off everywhere');
  await waitFor(() =>
    expect(flags.lastAsked(killFlag)).toEqual({
      flag: 'new-checkout',
      reason: 'Switched off everywhere',
    }),
  );
});

it('goes on from the keyboard: Enter switches off, Enter closes', async () => {
  open();
  await press('Switch off everywhere…');
  await screen.findByRole('textbox', { name: /Reason/ });
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('button', { name: 'Done' })).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await waitFor(() =>
    expect(
      screen.getByRole('button', { name: 'Switch off everywhere…' }),
    ).toHaveFocus(),
  );
});

it('takes another reason', async () => {
  const { flags } = open();
  await press('Switch off everywhere…');
  const reason = await screen.findByRole('textbox', { name: /Reason/ });
  await userEvent.clear(reason);
  await userEvent.type(reason, 'Incident 4711{Enter}');
  await waitFor(() =>
    expect(flags.lastAsked(killFlag)).toMatchObject({
      reason: 'Incident 4711',
    }),
  );
});

it('shows how the clusters follow, one by one', async () => {
  const { flags, signal } = open();
  await press('Switch off everywhere…');
  await press('Switch off everywhere');
  // What clusters answered before the change does not count.
  expect(await screen.findByText('0 of 5 clusters have it.')).toBeVisible();
  flags.flag = flag({
    cells: [
      offIn('staging-eu'),
      offIn('staging-us'),
      offIn('production-eu'),
      offIn('production-us', {
        state: 'refused',
        sentence: 'The disk is full',
      }),
      offIn('production-ap', { state: 'on-its-way' }),
    ],
  });
  signal();
  expect(await screen.findByText('3 of 5 clusters have it.')).toBeVisible();
  const behind = screen.getByRole('list', { name: 'Clusters that follow' });
  expect(
    within(behind)
      .getAllByRole('listitem')
      .map(item => item.textContent),
  ).toEqual([
    'production-usrefusedThe disk is full',
    'production-apon its way',
  ]);
  flags.flag = flag({
    cells: flag().cells.map(({ cluster }) => offIn(cluster)),
  });
  signal();
  expect(await screen.findByText('Done: 5 clusters have it.')).toBeVisible();
  await press('Done');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('says what it means for a flag that is no boolean, and for a roll-out', async () => {
  open(
    flag({
      type: 'string',
      rollout: { id: 'rollout-1', state: 'running', sentence: 'It goes on' },
    }),
  );
  await press('Switch off everywhere…');
  expect(
    await screen.findByText(
      'It is disabled in every cluster, at once: applications use the default of their own code. The roll-out that is under way ends.',
    ),
  ).toBeVisible();
});

it('says so where it was off everywhere already', async () => {
  const { flags } = open();
  flags.answer(killFlag, () => ({ changes: [] }));
  await press('Switch off everywhere…');
  await press('Switch off everywhere');
  expect(
    await screen.findByText('Every cluster had it so already.'),
  ).toBeVisible();
});

it('says what went wrong, and can be tried again', async () => {
  const { flags } = open();
  flags.fail(killFlag, { status: 500, message: 'The database is away' });
  await press('Switch off everywhere…');
  await press('Switch off everywhere');
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'The database is away',
  );
  flags.fail(killFlag);
  await press('Switch off everywhere');
  expect(await screen.findByText('0 of 5 clusters have it.')).toBeVisible();
});

it('is a sign alone in a row, with its words for who cannot see it', async () => {
  open(flag(), { compact: true });
  await press('Switch new-checkout off everywhere…');
  expect(await screen.findByRole('dialog')).toBeVisible();
});

it('is not there for a flag that is retired', async () => {
  open(flag({ retiredAt: '2026-11-01T10:00:00Z' }));
  expect(await screen.findByLabelText('Address')).toBeVisible();
  expect(screen.queryByRole('button')).toBeNull();
});
