import { listMergeHolds } from '@sphera/plugin-merges-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { freeze, frozen, hold } from '../__testUtils__/answers';
import { MergesOfTest } from '../__testUtils__/MergesOfTest';
import { renderMerges } from '../__testUtils__/renderMerges';
import { MergesPage } from '../MergesPage';

const failed = hold({
  repository: 'company/payments',
  services: ['component:default/payments'],
  wanted: 'frozen',
  state: 'failed',
  freezes: [freeze()],
  pullRequests: { open: 3, held: 0, exempt: 0 },
  problem: {
    sentence:
      'GitHub refuses the token of the portal: give it write access to statuses',
    since: new Date(Date.now() - 120_000).toISOString(),
  },
});

function open(
  holds = [failed, frozen(), hold({ repository: 'company/tools' })],
  options: Partial<Parameters<typeof renderMerges>[1]> & {
    exemption?: MergesOfTest['exemption'];
  } = {},
) {
  const merges = new MergesOfTest();
  merges.holds = holds;
  merges.exemption = options.exemption;
  return renderMerges(<MergesPage />, { ...options, merges });
}

const listed = async () =>
  within(
    await screen.findByRole('list', { name: 'Repositories' }),
  ).getAllByRole('listitem');

describe('the list of repositories', () => {
  it('says of each where it stands, why, what waits and what is wrong', async () => {
    open();
    const [payments, quotes, tools] = await listed();
    expect(payments).toHaveTextContent(/company\/payments.*failed/);
    expect(payments).toHaveTextContent(
      'GitHub refuses the token of the portal: give it write access to statuses.',
    );
    expect(quotes).toHaveTextContent(/company\/quotes.*frozen.*Release cut\./);
    expect(quotes).toHaveTextContent('2 open pull requests, 1 held, 1 exempt');
    expect(quotes).toHaveTextContent('looked at 2 minutes ago');
    expect(tools).toHaveTextContent(/company\/tools.*open/);
    expect(tools).toHaveTextContent('no open pull request');
    expect(
      within(quotes).getByRole('link', { name: 'company/quotes' }),
    ).toHaveAttribute('href', '/locks/merges?repository=company%2Fquotes');
  });

  it('counts the reasons where several freezes hold a repository', async () => {
    open([
      frozen({ freezes: [freeze(), freeze({ id: 'b' }), freeze({ id: 'c' })] }),
    ]);
    expect((await listed())[0]).toHaveTextContent(
      'Release cut. And 2 more freezes.',
    );
  });

  it('says all of it in one line first', async () => {
    open();
    expect(
      await screen.findByRole('heading', {
        name: '1 of 3 repositories is frozen, 1 with a problem',
      }),
    ).toBeVisible();
  });

  it('goes on by itself', async () => {
    const { merges, signal } = open([hold()]);
    expect((await listed())[0]).toHaveTextContent('open');
    merges.holds = [frozen()];
    await signal();
    expect(
      await screen.findByText('The only repository is frozen'),
    ).toBeVisible();
  });

  it('is narrowed to a state, which the address keeps', async () => {
    open();
    await listed();
    await userEvent.click(screen.getByRole('button', { name: /State/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'Frozen (1)' }),
    );
    await waitFor(async () => expect(await listed()).toHaveLength(1));
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/locks/merges?state=frozen',
    );
    expect(screen.getByText('1 repository')).toBeVisible();
  });

  it('is searched by name, and shown whole again', async () => {
    open();
    await listed();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search repositories' }),
      'nowhere',
    );
    expect(await screen.findByText('No repository is like this')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show everything' }),
    );
    expect(await listed()).toHaveLength(3);
  });

  it('shows fifty of a thousand at once, and more on demand', async () => {
    open(
      Array.from({ length: 1_000 }, (_, index) =>
        hold({ repository: `company/service-${index}`, services: [] }),
      ),
    );
    expect(await listed()).toHaveLength(50);
    expect(screen.getByText('50 of 1,000 repositories')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(async () => expect(await listed()).toHaveLength(100));
  });

  it('says who may exempt a pull request, by which label', async () => {
    open([hold()], {
      exemption: { label: 'merge-anyway', people: ['ken-w', 'noor-haddad'] },
    });
    expect(
      await screen.findByText(/GitHub is told by a status/),
    ).toHaveTextContent(
      'The label “merge-anyway” lets a pull request through, where it was put on by ken-w or noor-haddad.',
    );
  });

  it('says that nothing is exempt where nobody may', async () => {
    open([hold({ strategy: 'ruleset' })]);
    expect(
      await screen.findByText(/GitHub is told by one ruleset/),
    ).toHaveTextContent('No pull request is exempt from a freeze.');
  });

  it('says where GitHub does not tell the portal what happens, and the repositories all the same', async () => {
    const merges = new MergesOfTest();
    merges.holds = [frozen()];
    merges.unheard = [
      {
        organization: 'company',
        problem: {
          sentence: 'The portal may not set up webhooks: allow it to its token',
          since: new Date(Date.now() - 120_000).toISOString(),
        },
      },
    ];
    renderMerges(<MergesPage />, { merges });
    expect(
      await screen.findByText(
        'company: The portal may not set up webhooks: allow it to its token.',
      ),
    ).toBeVisible();
    expect((await listed())[0]).toHaveTextContent('frozen');
  });

  it('has the portal look at GitHub again', async () => {
    const { merges, toast } = open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Look again' }),
    );
    await waitFor(() =>
      expect(toast.post).toHaveBeenCalledWith(
        expect.objectContaining({
          title: 'The portal looks at 3 repositories again',
        }),
      ),
    );
    expect(merges.asked).toContainEqual(['reconcile-merges', {}]);
  });

  it('rests that button where one may not', async () => {
    open(undefined, { may: () => false });
    const button = await screen.findByRole('button', { name: 'Look again' });
    await waitFor(() => expect(button).toBeDisabled());
  });

  it('says how a repository comes to be looked after where there is none', async () => {
    open([]);
    expect(
      await screen.findByText('No repository is looked after yet'),
    ).toBeVisible();
    expect(screen.getByText(/github\.com\/project-slug/)).toBeVisible();
  });

  it('offers to try again where it could not be loaded', async () => {
    const merges = new MergesOfTest();
    merges.holds = [hold()];
    merges.fail(listMergeHolds, { status: 503, message: 'sphera rests' });
    renderMerges(<MergesPage />, { merges });
    expect(await screen.findByText('sphera rests')).toBeVisible();
    merges.fail(listMergeHolds);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await listed()).toHaveLength(1);
  });
});
