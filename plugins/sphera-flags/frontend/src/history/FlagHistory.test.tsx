import { listChanges } from '@sphera/plugin-flags-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { change, flag, hoursAgo } from '../__testUtils__/answers';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { FlagHistory } from './FlagHistory';

const open = (...changes: FlagsOfTest['changes']) => {
  const flags = new FlagsOfTest();
  flags.changes = changes;
  return renderFlags(<FlagHistory flag={flag()} />, { flags });
};

/** Four clusters: followed, refused, not yet, overtaken. */
function halfFollowed() {
  const { at, clusters } = change();
  const [followed, refused, waiting, overtaken] = clusters;
  return change({
    at,
    clusters: [
      followed,
      { ...refused, refusal: 'The variant is missing' },
      { ...waiting, answeredAt: undefined },
      { ...overtaken, answeredAt: undefined, isOvertaken: true },
    ],
  });
}

const changes = async () =>
  within(await screen.findByRole('list', { name: 'Changes' })).findAllByRole(
    'listitem',
  );

describe('the history of a flag', () => {
  it('says of each change what, who, why, and when the clusters had followed', async () => {
    const { flags } = open(change());
    const [one] = await changes();
    expect(one).toHaveTextContent('Changed: on in 5 clusters');
    expect(one).toHaveTextContent('it pays well');
    expect(one).toHaveTextContent('dana, 2 hours ago');
    expect(one).toHaveTextContent('All 5 clusters followed within 2 s');
    expect(flags.lastAsked(listChanges)).toMatchObject({
      flag: 'new-checkout',
    });
  });

  it('says who did not follow, and why', async () => {
    open(halfFollowed());
    const [one] = await changes();
    expect(one).toHaveTextContent(
      '1 of 4 clusters followed, 1 refused, 1 not yet, 1 overtaken by a later change',
    );
    await userEvent.click(within(one).getByText('Each cluster'));
    const rows = within(
      await screen.findByRole('table', { name: 'Each cluster' }),
    ).getAllByRole('row');
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'ClusterWantedAnswer',
      'production-euonnone yet',
      'production-usonovertaken by a later change',
      'staging-euonfollowed within 2\u00a0s',
      'staging-usonrefused: The variant is missing',
    ]);
  });

  it('says nothing of clusters where a change reached none', async () => {
    open(change({ kind: 'about', clusters: [], sentence: 'owner changed' }));
    const [one] = await changes();
    expect(one).toHaveTextContent(/^Owner changedit pays welldana/);
    expect(within(one).queryByText('Each cluster')).toBeNull();
  });

  it('leads to the roll-out that a change was part of', async () => {
    open(change({ kind: 'rollout', rollout: 'rollout-1' }));
    expect(
      await screen.findByRole('link', { name: 'part of a roll-out' }),
    ).toHaveAttribute('href', '/flags/rollouts/rollout-1');
  });

  it('shows what clusters answer without being asked', async () => {
    const { flags, signal } = open(halfFollowed());
    await changes();
    flags.changes = [change()];
    await signal();
    expect(
      await screen.findByText('All 5 clusters followed within 2 s'),
    ).toBeVisible();
  });

  it('shows more where there are more', async () => {
    open(
      ...Array.from({ length: 30 }, (_, index) =>
        change({ id: `change-${index}`, at: hoursAgo(index) }),
      ),
    );
    expect(await changes()).toHaveLength(20);
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(async () => expect(await changes()).toHaveLength(30));
  });

  it('offers to try again where it could not be loaded', async () => {
    const flags = new FlagsOfTest();
    flags.fail(listChanges, { status: 500, message: 'It rests' });
    renderFlags(<FlagHistory flag={flag()} />, { flags });
    expect(await screen.findByText('It rests')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
