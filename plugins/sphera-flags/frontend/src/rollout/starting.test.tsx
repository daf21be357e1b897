import { getRings, startRollout } from '@sphera/plugin-flags-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { flag } from '../__testUtils__/answers';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { StartRolloutPage } from './StartRolloutPage';

const open = (shown = flag(), may?: () => boolean) => {
  const flags = new FlagsOfTest();
  flags.flag = shown;
  return renderFlags(<StartRolloutPage />, {
    flags,
    address: `/flags/f/${shown.flag}/rollout`,
    path: '/flags/f/:flag/rollout',
    may,
  });
};

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const serveOff = async () => {
  await press(/Everybody gets/);
  await userEvent.click(await screen.findByRole('option', { name: 'off' }));
};
const giveAReason = async () =>
  userEvent.type(
    await screen.findByRole('textbox', { name: /^Reason/ }),
    'it did well',
  );
const start = () => press('Start roll-out');

it('goes through the rings as configured, and leads to how it goes', async () => {
  const { flags } = open();
  await serveOff();
  await giveAReason();
  await start();
  expect(await screen.findByText('Another page')).toBeVisible();
  expect(screen.getByLabelText('Address')).toHaveTextContent(
    '/flags/rollouts/rollout-9',
  );
  expect(flags.lastAsked(startRollout)).toEqual({
    flag: 'new-checkout',
    state: 'ENABLED',
    variants: { on: true, off: false },
    defaultVariant: 'off',
    targeting: null,
    reason: 'it did well',
  });
});

it('draws before what happens, ring by ring', async () => {
  open();
  await serveOff();
  const rings = await screen.findByRole('list', {
    name: 'What happens, ring by ring',
  });
  const items = [...rings.children].map(item => item.textContent);
  expect(items).toEqual([
    expect.stringMatching(
      /^canary: 1 cluster\. 1 × on → offthen watched for 10 minutes$/,
    ),
    expect.stringMatching(/^staging: 1 cluster\. /),
    expect.stringMatching(/^production: 3 clusters\. 3 × on → off$/),
  ]);
});

it('takes the rings in another order, and watches them for longer', async () => {
  const { flags } = open();
  await serveOff();
  await press('Move ring 2 up');
  await press('Remove ring 3');
  expect(
    screen.getByText(
      'In no ring, and left as they are: production-eu, production-us, production-ap.',
    ),
  ).toBeVisible();
  await press(/Watch each ring for/);
  await userEvent.click(await screen.findByRole('option', { name: '1 hour' }));
  await giveAReason();
  await start();
  await waitFor(() =>
    expect(flags.lastAsked(startRollout)).toMatchObject({
      rings: ['staging', 'canary'],
      soak: 'PT1H',
    }),
  );
});

it('takes rings of one’s own; a cluster is in one of them', async () => {
  const { flags } = open();
  await serveOff();
  await press('Add a ring');
  const added = await screen.findByRole('listitem', { name: 'Ring 4' });
  const name = within(added).getByRole('textbox', { name: 'Ring 4' });
  await userEvent.clear(name);
  await userEvent.type(name, 'sydney');
  await userEvent.click(
    within(added).getByRole('checkbox', { name: /^production-ap/ }),
  );
  await giveAReason();
  await start();
  await waitFor(() =>
    expect(flags.lastAsked(startRollout)).toMatchObject({
      rings: [
        'canary',
        'staging',
        { name: 'production', clusters: ['production-eu', 'production-us'] },
        { name: 'sydney', clusters: ['production-ap'] },
      ],
    }),
  );
});

it('says what is wrong with a ring, and sends nothing', async () => {
  const { flags } = open();
  await serveOff();
  await press('Add a ring');
  const added = await screen.findByRole('listitem', { name: 'Ring 4' });
  expect(added).toHaveTextContent(
    'It has no cluster: choose one, or remove the ring.',
  );
  const name = within(added).getByRole('textbox', { name: 'Ring 4' });
  await userEvent.clear(name);
  await userEvent.type(name, 'canary');
  expect(
    await screen.findByText('There is a ring of this name already.'),
  ).toBeVisible();
  await start();
  expect(flags.lastAsked(startRollout)).toBeUndefined();
});

it('has nothing to do where no cluster gets anything else', async () => {
  open();
  expect(
    await screen.findByRole('button', { name: 'Start roll-out' }),
  ).toHaveAccessibleDescription(/Nothing is another than before/);
});

it('leads to the roll-out that is under way', async () => {
  open(
    flag({
      rollout: {
        id: 'rollout-1',
        state: 'running',
        sentence: 'The ring canary soaks',
      },
    }),
  );
  expect(await screen.findByText('The ring canary soaks')).toBeVisible();
  expect(screen.getByRole('link', { name: 'See how it goes' })).toHaveAttribute(
    'href',
    '/flags/rollouts/rollout-1',
  );
  expect(screen.getByRole('button', { name: 'Start roll-out' })).toBeDisabled();
});

it('keeps what was written where it was refused, and says why at the rings', async () => {
  const { flags } = open();
  await serveOff();
  await giveAReason();
  flags.fail(startRollout, {
    status: 400,
    message: 'The input is wrong',
    details: {
      fields: [{ field: 'rings.0', message: 'names a ring that is not there' }],
    },
  });
  await start();
  expect(
    await screen.findByText('Names a ring that is not there.'),
  ).toBeVisible();
  flags.fail(startRollout);
  await start();
  expect(await screen.findByText('Another page')).toBeVisible();
});

it('says why where the rings are not to be had', async () => {
  const flags = new FlagsOfTest();
  flags.fail(getRings, { status: 403, message: 'Rings are not for you' });
  renderFlags(<StartRolloutPage />, {
    flags,
    address: '/flags/f/new-checkout/rollout',
    path: '/flags/f/:flag/rollout',
  });
  expect(await screen.findByText('Rings are not for you')).toBeVisible();
});

it('rests for who may not, and says so', async () => {
  open(flag(), () => false);
  await waitFor(async () =>
    expect(
      await screen.findByRole('button', { name: 'Start roll-out' }),
    ).toHaveAccessibleDescription(
      'You may not roll out flags of this service.',
    ),
  );
});
