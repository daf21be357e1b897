import { setFlag } from '@sphera/plugin-flags-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cell, flag, OFF, switched } from '../__testUtils__/answers';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { ChangeFlagPage } from './ChangeFlagPage';

const offIn = (cluster: string) =>
  cell(cluster, {
    wanted: {
      revision: 7,
      definition: switched('off'),
      value: OFF,
      at: '2026-11-01T10:00:00Z',
      change: 'change-2',
    },
  });

const open = (shown = flag(), may?: () => boolean) => {
  const flags = new FlagsOfTest();
  flags.flag = shown;
  return renderFlags(<ChangeFlagPage />, {
    flags,
    address: `/flags/f/${shown.flag}/change`,
    path: '/flags/f/:flag/change',
    may,
  });
};

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const serve = async (variant: string) => {
  await press(/Everybody gets/);
  await userEvent.click(await screen.findByRole('option', { name: variant }));
};
const giveAReason = async () =>
  userEvent.type(
    await screen.findByRole('textbox', { name: /^Reason/ }),
    'it pays well',
  );
const preview = () => screen.findByRole('region', { name: 'What changes' });

it('begins with what the flag is, and has nothing to do yet', async () => {
  open();
  expect(
    await screen.findByRole('button', { name: 'Change flag' }),
  ).toHaveAccessibleDescription('Nothing is another than before.');
  expect(await preview()).toHaveTextContent('5 clusters have this already');
});

it('shows what becomes of which clusters, changes them, and leads back', async () => {
  const { flags } = open();
  await serve('off');
  expect(await preview()).toHaveTextContent(
    /on.*off.*5 clusters: staging-eu, staging-us/,
  );
  await giveAReason();
  await press('Change flag');
  expect(await screen.findByText('Another page')).toBeVisible();
  expect(screen.getByLabelText('Address')).toHaveTextContent(
    '/flags/f/new-checkout',
  );
  expect(flags.lastAsked(setFlag)).toEqual({
    flag: 'new-checkout',
    clusters: [
      'staging-eu',
      'staging-us',
      'production-eu',
      'production-us',
      'production-ap',
    ],
    state: 'ENABLED',
    variants: { on: true, off: false },
    defaultVariant: 'off',
    targeting: null,
    seen: {
      'staging-eu': 3,
      'staging-us': 3,
      'production-eu': 3,
      'production-us': 3,
      'production-ap': 3,
    },
    reason: 'it pays well',
  });
});

it('says line by line what goes and what comes', async () => {
  open();
  await serve('off');
  await userEvent.click(await screen.findByText('Line by line'));
  const lines = within(await preview()).getAllByRole('listitem');
  expect(lines.map(line => line.textContent)).toEqual([
    '−gone: everybody: on',
    '+new: everybody: off',
  ]);
});

it('says that clusters differ, and touches only those that change', async () => {
  const shown = flag();
  shown.cells[1] = offIn('staging-us');
  const { flags } = open(shown);
  expect(
    await screen.findByText('Clusters do not have the same now'),
  ).toBeVisible();
  expect(await preview()).toHaveTextContent(/off.*on.*1 cluster: staging-us/);
  expect(await preview()).toHaveTextContent('4 clusters have this already');
  await giveAReason();
  await press('Change flag');
  await waitFor(() =>
    expect(flags.lastAsked(setFlag)).toMatchObject({
      clusters: ['staging-us'],
      defaultVariant: 'on',
      seen: { 'staging-us': 7 },
    }),
  );
});

it('changes what it is about without touching a cluster', async () => {
  const { flags } = open();
  const description = await screen.findByRole('textbox', {
    name: 'Description',
  });
  await userEvent.clear(description);
  await userEvent.type(description, 'Pay faster');
  await giveAReason();
  await press('Change flag');
  await waitFor(() =>
    expect(flags.lastAsked(setFlag)).toEqual({
      flag: 'new-checkout',
      about: { description: 'Pay faster' },
      seenAbout: {
        description: 'The new way to pay',
        purpose: null,
        owner: null,
        endsOn: null,
      },
      reason: 'it pays well',
    }),
  );
});

describe('when somebody else changes it meanwhile', () => {
  const changedBySam = () =>
    flag({
      changedBy: { ref: 'user:default/sam', title: 'Sam Stone' },
      cells: flag().cells.map(({ cluster }) => offIn(cluster)),
    });

  it('says who, holds the button, and goes on from there with what was written', async () => {
    const { flags, signal } = open();
    await serve('off');
    await giveAReason();
    flags.flag = changedBySam();
    signal();
    expect(
      await screen.findByText('Sam Stone changed this flag meanwhile'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Change flag' })).toBeDisabled();
    await press('Go on from there');
    expect(await preview()).toHaveTextContent('5 clusters have this already');
    expect(screen.getByRole('textbox', { name: /^Reason/ })).toHaveValue(
      'it pays well',
    );
  });

  it('looks again where the button was too late', async () => {
    const { flags } = open();
    await serve('off');
    await giveAReason();
    flags.fail(setFlag, {
      status: 409,
      message: 'Sam Stone changed new-checkout in staging-eu',
    });
    flags.flag = {
      ...changedBySam(),
      cells: flag().cells.map((one, at) =>
        at === 0 ? offIn(one.cluster) : one,
      ),
    };
    await press('Change flag');
    expect(
      await screen.findByText('Sam Stone changed this flag meanwhile'),
    ).toBeVisible();
    flags.fail(setFlag);
    await press('Go on from there');
    await press('Change flag');
    await waitFor(() =>
      expect(flags.lastAsked(setFlag)).toMatchObject({
        clusters: [
          'staging-us',
          'production-eu',
          'production-us',
          'production-ap',
        ],
      }),
    );
    expect(await screen.findByText('Another page')).toBeVisible();
  });
});

it('waits while the flag is being rolled out', async () => {
  open(
    flag({
      rollout: { id: 'rollout-1', state: 'running', sentence: 'It goes on' },
    }),
  );
  expect(
    await screen.findByRole('button', { name: 'Change flag' }),
  ).toHaveAccessibleDescription(/It is being rolled out/);
});

it('rests for who may not, and says so', async () => {
  open(flag(), () => false);
  await waitFor(async () =>
    expect(
      await screen.findByRole('button', { name: 'Change flag' }),
    ).toHaveAccessibleDescription('You may not change flags of this service.'),
  );
});

it('has nothing to change of a flag that is retired', async () => {
  open(flag({ retiredAt: '2026-11-01T10:00:00Z' }));
  expect(await screen.findByText('new-checkout is retired')).toBeVisible();
  expect(screen.getByRole('link', { name: 'See its history' })).toHaveAttribute(
    'href',
    '/flags/f/new-checkout',
  );
});
