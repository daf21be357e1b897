import { listAgents } from '@sphera/plugin-flags-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { agent, hoursAgo, messaging } from '../__testUtils__/answers';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { ClustersPage } from './ClustersPage';

const open = (flags = new FlagsOfTest(), query = '') =>
  renderFlags(<ClustersPage />, {
    flags,
    address: `/flags/clusters${query}`,
    path: '/flags/clusters',
  });

const row = (name: RegExp) => screen.findByRole('row', { name });

const oneOfEach = () => {
  const flags = new FlagsOfTest();
  flags.agents = [
    agent('staging-eu'),
    agent('production-us', {
      state: 'silent',
      heardAt: hoursAgo(3),
      problem: 'The disk is full',
      drifting: 4,
      onTheWay: 2,
    }),
    agent('production-ap', {
      state: 'never',
      heardAt: undefined,
      startedAt: undefined,
      version: undefined,
      flags: undefined,
    }),
  ];
  return flags;
};

describe('the page of clusters', () => {
  it('says of each when it was heard, what it holds, and what keeps it from following', async () => {
    open(oneOfEach());
    const silent = await row(/^production-us/);
    expect(silent).toHaveTextContent('silent3 hours ago');
    expect(silent).toHaveTextContent('2 on the way');
    expect(silent).toHaveTextContent('The disk is full.');
    expect(
      within(silent).getByRole('link', {
        name: '4 flags of production-us not in step',
      }),
    ).toHaveAttribute('href', '/flags/drift?cluster=production-us');
    expect(await row(/^staging-eu/)).toHaveTextContent(
      /heardjust now7none0\.1\.0started/,
    );
    expect(await row(/^production-ap/)).toHaveTextContent('never heard––none–');
  });

  it('counts them by whether they are heard', async () => {
    open(oneOfEach());
    expect(
      await screen.findByText('1 heard, 1 silent, 1 never heard'),
    ).toBeVisible();
  });

  it('is narrowed by its address', async () => {
    open(oneOfEach(), '?environment=staging');
    expect(await row(/^staging-eu/)).toBeVisible();
    expect(screen.queryByRole('row', { name: /^production/ })).toBeNull();
  });

  it('keeps messages that could not be read folded, each with its reason', async () => {
    const flags = new FlagsOfTest();
    flags.messaging = messaging({ setAside: 1 });
    flags.setAside = [
      {
        id: '1',
        at: hoursAgo(1),
        topic: 'sphera.flags.reports.v1',
        partition: 3,
        offset: '42',
        reason: 'It is no JSON',
        text: 'garbage',
      },
    ];
    open(flags);
    await userEvent.click(
      await screen.findByText('1 message that could not be read'),
    );
    const messages = await screen.findByRole('table', {
      name: 'Messages kept aside',
    });
    expect(messages).toHaveTextContent('It is no JSON.');
    expect(messages).toHaveTextContent('garbage');
  });

  it('says nothing of messages kept aside where there is none', async () => {
    open();
    await row(/^staging-eu/);
    expect(screen.queryByText(/could not be read/)).toBeNull();
  });

  it('says where the clusters come from where there is none', async () => {
    const flags = new FlagsOfTest();
    flags.agents = [];
    open(flags);
    expect(
      await screen.findByText('Flags are sent to no cluster yet'),
    ).toBeVisible();
  });

  it('offers to try again where it could not be loaded', async () => {
    const flags = new FlagsOfTest();
    flags.fail(listAgents, { status: 503, message: 'It rests' });
    open(flags);
    expect(await screen.findByText('It rests')).toBeVisible();
    flags.fail(listAgents);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row(/^staging-eu/)).toBeVisible();
  });
});
