import {
  abortRollout,
  getRollout,
  pauseRollout,
  resumeRollout,
  type Rollout,
} from '@sphera/plugin-flags-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { flag, hoursAgo } from '../__testUtils__/answers';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { ring, rollout } from '../__testUtils__/rollouts';
import { RolloutList } from './RolloutList';
import { RolloutPage } from './RolloutPage';
import { RolloutStrip } from './RolloutStrip';

const withRollouts = (...rollouts: Rollout[]) => {
  const flags = new FlagsOfTest();
  flags.rollouts = rollouts;
  return flags;
};
const open = (shown = rollout(), may?: () => boolean) =>
  renderFlags(<RolloutPage />, {
    flags: withRollouts(shown),
    address: `/flags/rollouts/${shown.id}`,
    path: '/flags/rollouts/:id',
    may,
  });

const stopped = () =>
  rollout({
    state: 'stopped',
    sentence: 'production-us refused it: the disk is full',
    rings: [
      ring('canary', 'done', 'acknowledged', { sentAt: hoursAgo(1) }),
      ring('production', 'sent', 'acknowledged', {
        sentAt: hoursAgo(0.2),
        clusters: [
          { cluster: 'production-eu', state: 'acknowledged' },
          {
            cluster: 'production-us',
            state: 'refused',
            sentence: 'The disk is full',
          },
        ],
      }),
    ],
  });

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const giveAReason = async (reason: string) =>
  userEvent.type(
    await screen.findByRole('textbox', { name: /Reason/ }),
    reason,
  );
const ringTexts = async () => {
  const rings = await screen.findByRole('list', { name: 'Rings' });
  return [...rings.children].map(item => item.textContent);
};

describe('A roll-out under way', () => {
  it('says what becomes of which flag, who wanted it, why, and how it stands', async () => {
    open();
    expect(
      await screen.findByRole('link', { name: 'new-checkout' }),
    ).toHaveAttribute('href', '/flags/f/new-checkout');
    expect(screen.getByText('25 % on')).toBeVisible();
    expect(screen.getByText('it pays well on the test shop')).toBeVisible();
    expect(screen.getByText('under way')).toBeVisible();
    expect(
      screen.getByText('The ring staging soaks until 12:10'),
    ).toBeVisible();
    expect(screen.getByText(/each ring is watched for/)).toHaveTextContent(
      'each ring is watched for 10 minutes',
    );
  });

  it('draws its rings with their clusters, and for how long one is watched', async () => {
    open();
    expect(await ringTexts()).toEqual([
      expect.stringMatching(
        /^canary: done\. 1 of 1 cluster has it, sent .*staging-euin step$/,
      ),
      expect.stringMatching(
        /^staging: is watched\. 1 of 1 cluster has it, sent .*Watched for \d+.min.* morestaging-usin step$/,
      ),
      'production: waits. 3 clustersproduction-euproduction-usproduction-ap',
    ]);
  });

  it('goes on by itself', async () => {
    const { flags, signal } = open();
    await ringTexts();
    flags.rollouts = [
      rollout({ state: 'done', sentence: 'Done', endedAt: hoursAgo(0) }),
    ];
    signal();
    expect(await screen.findByText('done')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Pause…' })).toBeNull();
  });

  it('can be paused with a reason', async () => {
    const { flags } = open();
    await press('Pause…');
    await giveAReason('support has a complaint');
    await press('Pause roll-out');
    await waitFor(() =>
      expect(flags.lastAsked(pauseRollout)).toEqual({
        id: 'rollout-1',
        reason: 'support has a complaint',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('can be aborted, and says how many clusters get back what they had', async () => {
    const { flags } = open();
    await press('Abort…');
    expect(
      await screen.findByText(
        'What was wanted before is wanted again in 2 clusters that it reached.',
      ),
    ).toBeVisible();
    await giveAReason('fewer people pay');
    await press('Abort roll-out');
    await waitFor(() =>
      expect(flags.lastAsked(abortRollout)).toMatchObject({
        reason: 'fewer people pay',
      }),
    );
  });

  it('says that it is too late where it ends while one writes', async () => {
    const { flags, signal } = open();
    await press('Pause…');
    flags.rollouts = [rollout({ state: 'done', sentence: 'Done' })];
    signal();
    expect(
      await screen.findByText('It is too late: the roll-out is over.'),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Pause roll-out' }),
    ).toBeDisabled();
  });

  it('is not for everybody to hold', async () => {
    open(rollout(), () => false);
    await waitFor(async () =>
      expect(
        await screen.findByRole('button', { name: 'Pause…' }),
      ).toBeDisabled(),
    );
  });
});

describe('A roll-out that stopped by itself', () => {
  it('says why, names the cluster, and can be resumed', async () => {
    const { flags } = open(stopped());
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'production-us refused it: the disk is full',
    );
    expect(await ringTexts()).toEqual([
      expect.stringMatching(/^canary: done/),
      expect.stringMatching(
        /^production: held up\. 1 of 2 clusters have it.*production-usrefusedThe disk is full$/,
      ),
    ]);
    await press('Resume…');
    await giveAReason('the disk has room');
    await press('Resume roll-out');
    await waitFor(() =>
      expect(flags.lastAsked(resumeRollout)).toMatchObject({
        reason: 'the disk has room',
      }),
    );
  });
});

describe('Where it cannot be shown', () => {
  it('says that there is none, with the way to flags', async () => {
    const flags = new FlagsOfTest();
    flags.fail(getRollout, { status: 404, message: 'There is none' });
    renderFlags(<RolloutPage />, {
      flags,
      address: '/flags/rollouts/gone',
      path: '/flags/rollouts/:id',
    });
    expect(await screen.findByText('There is no such roll-out')).toBeVisible();
  });

  it('offers to try again, and keeps what it knew', async () => {
    const { flags, signal } = open();
    await ringTexts();
    flags.fail(getRollout, { status: 422, message: 'It is away' });
    signal();
    expect(await screen.findByText('It is away')).toBeVisible();
    expect(await ringTexts()).toHaveLength(3);
    flags.fail(getRollout);
    await press('Try again');
    await waitFor(() => expect(screen.queryByText('It is away')).toBeNull());
  });
});

describe('On the page of its flag', () => {
  it('is told with its rings drawn small and the way to it', async () => {
    renderFlags(
      <RolloutStrip
        flag={flag({
          rollout: {
            id: 'rollout-1',
            state: 'running',
            sentence: 'The ring staging soaks',
          },
        })}
      />,
      { flags: withRollouts(rollout()) },
    );
    expect(
      await screen.findByText('A roll-out is under way: 25 % on'),
    ).toBeVisible();
    expect(
      screen.getByRole('img', {
        name: 'Rings: canary: done, staging: is watched, production: waits',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'See how it goes' }),
    ).toHaveAttribute('href', '/flags/rollouts/rollout-1');
  });

  it('is in a list with all that were', async () => {
    renderFlags(<RolloutList flag={flag()} />, {
      flags: withRollouts(
        rollout(),
        rollout({ id: 'rollout-0', state: 'aborted', value: '50 % on' }),
      ),
    });
    const table = await screen.findByRole('table', { name: 'Roll-outs' });
    expect(
      within(table).getByRole('row', { name: /50 % on aborted/ }),
    ).toBeVisible();
    expect(
      within(table).getByRole('link', { name: '25 % on' }),
    ).toHaveAttribute('href', '/flags/rollouts/rollout-1');
  });

  it('is nothing where there is none', async () => {
    renderFlags(
      <>
        <RolloutStrip flag={flag()} />
        <RolloutList flag={flag()} />
      </>,
    );
    expect(await screen.findByLabelText('Address')).toBeVisible();
    expect(screen.queryByText(/roll-out/i)).toBeNull();
  });
});
