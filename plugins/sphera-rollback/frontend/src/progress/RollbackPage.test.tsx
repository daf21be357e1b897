import { getRollback } from '@sphera/plugin-rollback-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { done, failed, rollingOut } from '../__testUtils__/progress';
import { rollback } from '../__testUtils__/answers';
import { renderRollbacks } from '../__testUtils__/renderRollbacks';
import { RollbacksOfTest } from '../__testUtils__/RollbacksOfTest';
import { RollbackPage } from './RollbackPage';

const open = (shown = rollingOut(), rollbacks = new RollbacksOfTest()) => {
  rollbacks.rollbacks = [shown];
  return renderRollbacks(<RollbackPage />, {
    rollbacks,
    address: `/rollbacks/${shown.id}`,
    path: '/rollbacks/:id',
  });
};

const steps = async () =>
  within(await screen.findByRole('list', { name: 'Steps' }))
    .getAllByRole('listitem')
    .map(step => step.textContent);

describe('a rollback under way', () => {
  it('says what goes where, who wanted it and why', async () => {
    open();
    expect(
      await screen.findByRole('heading', {
        name: 'Rollback of quotes in Production',
      }),
    ).toBeVisible();
    expect(screen.getByText('card payments fail')).toBeVisible();
    expect(screen.getByText(/Frankfurt and Virginia · by/)).toHaveTextContent(
      /by dana, just now · for \d+ s/,
    );
  });

  it('draws its steps, each with its state and what there is to say of it', async () => {
    open();
    expect(await steps()).toEqual([
      'Committed: done. 3f2a91c',
      'Pushed: done. 3f2a91c',
      'Unlock: left out. No earlier rollback has left a lock',
      'Sync: left out. Argo CD does not deploy it',
      'Rolling out: under way. 1 of 2 clusters are ready',
      'Lock: not yet. ',
    ]);
  });

  it('shows for each cluster how many pods run the version, and what it waits for', async () => {
    open();
    const pods = await screen.findByRole('progressbar', {
      name: 'Pods of production-us that run 4.11.7 and are ready',
    });
    expect(pods).toHaveAttribute('aria-valuetext', '1 of 3');
    expect(screen.getByText('1 of 3 pods are ready')).toBeVisible();
  });

  it('goes on by itself, and says each change to who cannot see it', async () => {
    const { rollbacks, signal } = open();
    const outcome = await screen.findByText('1 of 2 clusters are ready.');
    expect(outcome.closest('[role=status]')).not.toBeNull();
    rollbacks.rollbacks = [done()];
    await signal();
    expect(await screen.findByText('4.11.7 runs in production.')).toBeVisible();
    expect(await steps()).toContain('Locked: done. ');
  });

  it('names who did something in place of a reference', async () => {
    open(
      rollback({
        state: 'cancelled',
        sentence: 'user:default/dana cancelled it: it was the network',
      }),
    );
    expect(
      await screen.findByText(/cancelled it: it was the network\./),
    ).toHaveTextContent('dana cancelled it: it was the network.');
  });

  it('stands in a pull request where the branch takes no pushes', async () => {
    const shown = rollingOut();
    open({
      ...shown,
      steps: shown.steps.map(step =>
        step.name === 'push'
          ? { ...step, state: 'running', sentence: 'Checks are running' }
          : step,
      ),
      commits: [
        {
          ...shown.commits[0],
          isPushed: false,
          pullRequest: {
            number: 57,
            url: 'https://git.example/pull/57',
            state: 'Checks are running',
          },
        },
      ],
    });
    expect(await steps()).toContain(
      'In a pull request: under way. Checks are running',
    );
    expect(
      screen.getByRole('link', { name: 'Pull request #57' }),
    ).toHaveAttribute('href', 'https://git.example/pull/57');
    expect(screen.queryByRole('link', { name: /^Commit/ })).toBeNull();
  });
});

describe('a rollback that failed', () => {
  it('says what to do now before it says why', async () => {
    open(failed());
    const next = await screen.findByText(
      'What to do now: Look at the pods of production-us.',
    );
    const why = screen.getByText(/It failed:/);
    expect(next.compareDocumentPosition(why)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(screen.getByText('the image cannot be pulled')).toBeVisible();
  });
});

describe('what a rollback left behind', () => {
  it('is linked: the commit, the message, the deployments', async () => {
    open(done());
    const to = async (name: string) =>
      (await screen.findByRole('link', { name })).getAttribute('href');
    expect(await to('Commit 3f2a91c')).toBe(
      'https://git.example/commit/3f2a91c',
    );
    expect(await to('Message in #booking-deploys')).toBe(
      'https://slack.example/message',
    );
    expect(await to('Deployments and logs')).toBe(
      '/catalog/default/component/quotes/deployments',
    );
  });

  it('is the diff of each file', async () => {
    open(done());
    expect(
      await screen.findByRole('region', {
        name: 'Changes of booking/quotes/production/eu/values.yaml',
      }),
    ).toHaveTextContent('removed: tag: "4.12.1"');
  });

  it('leads to the roll-forward that took it back', async () => {
    open(done({ undoneBy: 'forward-9', canRollForward: false }));
    expect(
      await screen.findByRole('link', { name: 'It was rolled forward since' }),
    ).toHaveAttribute('href', '/rollbacks/forward-9');
    expect(screen.getByText('taken off since')).toBeVisible();
  });

  it('can be shared by its address alone', async () => {
    const user = userEvent.setup();
    open(done());
    await user.click(await screen.findByRole('button', { name: 'Copy link' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible();
  });
});

describe('where it cannot be shown', () => {
  it('says that there is none, with the way to all others', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.fail(getRollback, { status: 404, message: 'No such rollback' });
    open(undefined, rollbacks);
    expect(await screen.findByText('There is no such rollback')).toBeVisible();
    expect(screen.getByRole('link', { name: 'All rollbacks' })).toBeVisible();
  });

  it('offers to try again, and keeps what it knew', async () => {
    const { rollbacks, signal } = open();
    await steps();
    rollbacks.fail(getRollback, { status: 503, message: 'It rests' });
    await signal();
    expect(
      await screen.findByText('Newer facts could not be loaded'),
    ).toBeVisible();
    expect(await steps()).toHaveLength(6);
    rollbacks.fail(getRollback);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText('It rests')).toBeNull());
  });
});
