import { EntityProvider } from '@backstage/plugin-catalog-react';
import { getMergeHold } from '@sphera/plugin-merges-common';
import { screen, waitFor, within } from '@testing-library/react';
import { frozen, hold, pullRequest } from '../__testUtils__/answers';
import { MergesOfTest, unknown } from '../__testUtils__/MergesOfTest';
import { renderMerges } from '../__testUtils__/renderMerges';
import { MergesCard } from './MergesCard';

const quotes = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'quotes', namespace: 'default' },
};

function open(prepare: (merges: MergesOfTest) => void) {
  const merges = new MergesOfTest();
  prepare(merges);
  return renderMerges(
    <EntityProvider entity={quotes}>
      <MergesCard />
    </EntityProvider>,
    { merges },
  );
}

describe('the card of a service', () => {
  it('says that GitHub takes merges', async () => {
    open(merges => {
      merges.holds = [hold()];
    });
    expect(await screen.findByText('GitHub takes merges.')).toBeVisible();
    expect(screen.getByText(/no open pull request/)).toBeVisible();
  });

  it('shows what is held and what is exempt, and leads to the rest', async () => {
    open(merges => {
      merges.holds = [frozen({ items: [...frozen().items, pullRequest(3)] })];
    });
    const list = await screen.findByRole('list', { name: 'Pull requests' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(list).toHaveTextContent(
      /#7 Round prices up.*held.*#5 Mend the outage.*exempt/,
    );
    expect(
      screen.getByRole('link', { name: 'company/quotes' }),
    ).toHaveAttribute('href', '/locks/merges?repository=company%2Fquotes');
  });

  it('shows five of many', async () => {
    open(merges => {
      merges.holds = [
        frozen({
          items: Array.from({ length: 40 }, (_, index) =>
            pullRequest(index + 1, { state: 'held' }),
          ),
          pullRequests: { open: 40, held: 40, exempt: 0 },
        }),
      ];
    });
    const list = await screen.findByRole('list', { name: 'Pull requests' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(5);
    expect(screen.getByText(/40 open pull requests, 40 held/)).toBeVisible();
  });

  it('is not there where the portal does not look after the repository', async () => {
    const { merges } = open(one => one.fail(getMergeHold, unknown));
    await waitFor(() => expect(merges.lastAsked(getMergeHold)).toBeDefined());
    await waitFor(() =>
      expect(screen.queryByText('Merges on GitHub')).not.toBeInTheDocument(),
    );
  });

  it('says why it knows nothing', async () => {
    open(merges =>
      merges.fail(getMergeHold, { status: 503, message: 'sphera rests' }),
    );
    expect(await screen.findByText('sphera rests')).toBeVisible();
  });
});
