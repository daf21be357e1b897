import { getMergeHold } from '@sphera/plugin-merges-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { freeze, frozen, hold, pullRequest } from '../__testUtils__/answers';
import { MergesOfTest, unknown } from '../__testUtils__/MergesOfTest';
import { renderMerges } from '../__testUtils__/renderMerges';
import { MergesPage } from '../MergesPage';

// As statuses on GitHub lead there.
const address = '/locks/merges?repository=company%2Fquotes';

function open(one = frozen()) {
  const merges = new MergesOfTest();
  merges.holds = [one];
  return renderMerges(<MergesPage />, { merges, address });
}

const pullRequests = async () =>
  within(
    await screen.findByRole('list', { name: 'Pull requests' }),
  ).getAllByRole('listitem');

describe('the page of a repository', () => {
  it('says whether GitHub takes its merges, since when, and whose it is', async () => {
    open();
    expect(
      await screen.findByRole('heading', { name: 'company/quotes' }),
    ).toBeVisible();
    expect(screen.getByText(/^GitHub refuses merges/)).toHaveTextContent(
      'GitHub refuses merges. That began 1 hour ago.',
    );
    expect(screen.getByText(/The repository of/)).toHaveTextContent(
      'The repository of quotes. GitHub is told by a status on each open pull request. The portal looked 2 minutes ago.',
    );
    expect(
      screen.getByRole('link', { name: 'See it on GitHub' }),
    ).toHaveAttribute('href', 'https://git.example/company/quotes');
  });

  it.each([
    ['open', 'open', 'GitHub takes merges'],
    ['changing', 'frozen', 'GitHub is being told to refuse merges'],
    ['changing', 'open', 'GitHub is being told to take merges again'],
    ['failed', 'frozen', 'GitHub should refuse merges, but could not be told'],
    [
      'failed',
      'open',
      'GitHub should take merges again, but could not be told',
    ],
    [
      'unenforced',
      'frozen',
      'GitHub shows that merges are frozen, but would merge all the same',
    ],
  ] as const)(
    'says what it means: %s, %s wanted',
    async (state, wanted, is) => {
      open(hold({ state, wanted }));
      expect(await screen.findByText(new RegExp(`^${is}`))).toBeVisible();
    },
  );

  it('says why it is frozen, by whom and until when', async () => {
    const expiresAt = new Date(Date.now() + 3.01 * 3_600_000).toISOString();
    open(
      frozen({
        freezes: [
          freeze({ id: 'b', reason: 'Depots print', window: 'w', expiresAt }),
          freeze({ service: 'component:default/quotes' }),
        ],
      }),
    );
    const list = await screen.findByRole('list', { name: 'Freezes' });
    const [byWindow, byDana] = within(list).getAllByRole('listitem');
    expect(byWindow).toHaveTextContent(
      /Depots print\.On all services, by a freeze window 1 hour ago, until .*\(in 3 hours\)/,
    );
    expect(byDana).toHaveTextContent(
      'Release cut.On quotes, by dana 1 hour ago, until somebody unfreezes',
    );
    expect(screen.getByRole('link', { name: 'All locks' })).toHaveAttribute(
      'href',
      '/locks',
    );
  });

  it('lists the open pull requests, with what GitHub shows at each', async () => {
    open();
    const [held, exempt] = await pullRequests();
    expect(held).toHaveTextContent(
      /#7 Round prices up.*by mei-lin, updated 5 minutes ago.*held.*Merges are frozen: Release cut\./,
    );
    expect(
      within(held).getByRole('link', { name: /#7 Round prices up/ }),
    ).toHaveAttribute('href', 'https://git.example/company/quotes/pull/7');
    expect(exempt).toHaveTextContent(
      /exempt.*Exempt from the freeze: noor-haddad\./,
    );
    expect(screen.getByText('2 open, 1 held, 1 exempt')).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Pull requests to main' }),
    ).toBeVisible();
  });

  it('says how many pull requests it leaves out', async () => {
    open(
      frozen({
        pullRequests: { open: 500, held: 500, exempt: 0 },
        items: Array.from({ length: 100 }, (_, index) =>
          pullRequest(500 - index, { state: 'held' }),
        ),
      }),
    );
    expect(await pullRequests()).toHaveLength(100);
    expect(
      screen.getByText('And 400 more, which were updated before these.'),
    ).toBeVisible();
  });

  it('says that no pull request is open', async () => {
    open(hold());
    expect(await screen.findByText('No pull request is open.')).toBeVisible();
    expect(screen.queryByText('Why it is frozen')).not.toBeInTheDocument();
  });

  it('says what is wrong, and when the portal tries again', async () => {
    open(
      frozen({
        state: 'unenforced',
        problem: {
          sentence:
            'main does not require sphera/merge-freeze: add it to its branch protection',
          since: new Date(Date.now() - 600_000).toISOString(),
          retryAt: new Date(Date.now() + 145_000).toISOString(),
        },
      }),
    );
    expect(
      await screen.findByText(
        'main does not require sphera/merge-freeze: add it to its branch protection.',
      ),
    ).toBeVisible();
    expect(screen.getByText(/It began/)).toHaveTextContent(
      'It began 10 minutes ago. The portal tries again by itself in 2 minutes.',
    );
  });

  it('goes on by itself', async () => {
    const { merges, signal } = open(hold());
    expect(await screen.findByText(/^GitHub takes merges/)).toBeVisible();
    merges.holds = [frozen()];
    await signal();
    expect(await screen.findByText(/^GitHub refuses merges/)).toBeVisible();
  });

  it('has the portal look at this repository again', async () => {
    const { merges } = open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Look again' }),
    );
    await waitFor(() =>
      expect(merges.asked).toContainEqual([
        'reconcile-merges',
        { service: 'component:default/quotes' },
      ]),
    );
  });

  it('leads back to all of them', async () => {
    open();
    await userEvent.click(
      await screen.findByRole('link', { name: 'All repositories' }),
    );
    expect(
      await screen.findByRole('list', { name: 'Repositories' }),
    ).toBeVisible();
  });

  it('says that the portal does not look after a repository', async () => {
    const { merges } = { merges: new MergesOfTest() };
    merges.fail(getMergeHold, unknown);
    renderMerges(<MergesPage />, { merges, address });
    expect(
      await screen.findByText('The portal does not look after company/quotes'),
    ).toBeVisible();
  });

  it('says that an address names no repository', async () => {
    renderMerges(<MergesPage />, {
      address: '/locks/merges?repository=nonsense',
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The repository could not be loaded',
    );
  });

  it('goes on showing what it knew where newer facts do not come', async () => {
    const { merges, signal } = open();
    await pullRequests();
    merges.fail(getMergeHold, { status: 503, message: 'sphera rests' });
    await signal();
    expect(await screen.findByText('sphera rests')).toBeVisible();
    expect(await pullRequests()).toHaveLength(2);
  });
});
