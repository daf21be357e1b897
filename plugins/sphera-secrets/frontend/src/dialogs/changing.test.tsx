import {
  deleteSecret,
  listSecrets,
  listVersions,
  restoreSecret,
  restoreVersion,
  updateSecret,
} from '@sphera/plugin-secrets-common';
import { screen, waitFor } from '@testing-library/react';
import {
  cell,
  livePlaces,
  minutesAgo,
  secret,
  sums,
} from '../tab/__testUtils__/answers';
import { failure, OperationsOfTest } from './__testUtils__/OperationsOfTest';
import { openDialog, quotes } from './__testUtils__/openDialog';

const done = () => ({ change: 'change-1', places: [] });
const row = secret('database-password');
const about = { service: quotes, row };
const production = { environment: 'production', region: 'eu' };
const button = (name: string) => screen.getByRole('button', { name });
const box = (name: string) => screen.getByRole('checkbox', { name });
const gone = () =>
  waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('Changing a secret', () => {
  it('sets a new value where it is, naming the versions that were seen', async () => {
    const operations = new OperationsOfTest().on(updateSecret, done);
    const { dialog, user } = await openDialog(
      dialogs => dialogs.update({ ...about, place: production }),
      { operations },
    );
    await user.type(await screen.findByLabelText(/^Value/), 'correct horse');
    expect(box('Production')).toBeChecked();
    expect(box('Staging')).not.toBeChecked();
    expect(dialog).toHaveTextContent(
      'Frankfurt (Production): changed 3 days ago by',
    );
    await user.click(button('Set new value'));
    await gone();
    expect(operations.inputsOf(updateSecret)).toEqual([
      {
        service: quotes,
        name: 'database-password',
        environments: ['production'],
        value: 'correct horse',
        encoding: 'text',
        seen: ['eu', 'us', 'ap'].map(region => ({
          environment: 'production',
          region,
          versionId: `version-production-${region}`,
        })),
      },
    ]);
  });

  it('can say something else about it and keep the value', async () => {
    const operations = new OperationsOfTest().on(updateSecret, done);
    const { user } = await openDialog(dialogs => dialogs.update(about), {
      operations,
    });
    await user.click(await screen.findByRole('tab', { name: 'Keep' }));
    expect(button('Save')).toBeDisabled();
    await user.type(
      screen.getByRole('textbox', { name: /^Description/ }),
      'Main database',
    );
    await user.click(button('Save'));
    await gone();
    const [input] = operations.inputsOf(updateSecret);
    expect(input).toMatchObject({
      environments: ['staging'],
      description: 'Main database',
    });
    expect(input).not.toHaveProperty('value');
    expect(input).not.toHaveProperty('rotateBy');
  });

  it('says who was faster, and goes on after a second look', async () => {
    const now = secret('database-password', [
      cell('staging', 'eu', { versionId: 'version-of-alex' }),
    ]);
    const operations = new OperationsOfTest()
      .on(updateSecret, ({ seen }) => {
        if (seen[0].versionId === 'version-of-alex') return done();
        throw failure(409, 'It was changed meanwhile by alex');
      })
      .on(listSecrets, () => ({
        items: [now],
        totalItems: 1,
        places: livePlaces(),
        unfinished: [],
        environments: sums([now]),
      }));
    const { user } = await openDialog(dialogs => dialogs.update(about), {
      operations,
    });
    await user.type(
      await screen.findByLabelText(/^Value/),
      'correct horse{Enter}',
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It was changed meanwhile by alex',
    );
    expect(button('Set new value')).toBeDisabled();
    await user.click(button('Look again'));
    await waitFor(() => expect(button('Set new value')).toBeEnabled());
    expect(screen.getByLabelText(/^Value/)).toHaveValue('correct horse');
    await user.click(button('Set new value'));
    await gone();
    expect(operations.inputsOf(listSecrets).at(-1)).toMatchObject({
      text: 'database-password',
    });
  });
});

describe('Deleting a secret', () => {
  it('says how long it can be restored, and asks why', async () => {
    const operations = new OperationsOfTest().on(deleteSecret, done);
    const { dialog, user } = await openDialog(
      dialogs => dialogs.delete(about),
      { operations },
    );
    await waitFor(() =>
      expect(dialog).toHaveTextContent('It can be restored for 30 days'),
    );
    await user.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'not used any more',
    );
    await user.click(button('Delete'));
    await gone();
    expect(operations.inputsOf(deleteSecret)).toEqual([
      {
        service: quotes,
        name: 'database-password',
        environments: ['staging'],
        reason: 'not used any more',
      },
    ]);
  });

  it('wants its name typed for production', async () => {
    const { user } = await openDialog(dialogs =>
      dialogs.delete({ ...about, place: production }),
    );
    expect(button('Delete')).toBeDisabled();
    await user.type(
      screen.getByRole('textbox', {
        name: /Type database-password to delete it in Production/,
      }),
      'database-password',
    );
    expect(button('Delete')).toBeEnabled();
  });

  it('says where it was not deleted, and that asking again is enough', async () => {
    const operations = new OperationsOfTest().on(deleteSecret, () => {
      throw failure(502, 'Deleted in Frankfurt, not in Sydney', {
        name: 'database-password',
        done: [{ environment: 'staging', region: 'eu' }],
        failed: [
          { environment: 'staging', region: 'ap', problem: 'No answer.' },
        ],
      });
    });
    const { user } = await openDialog(dialogs => dialogs.delete(about), {
      operations,
    });
    await user.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'not used any more{Enter}',
    );
    const places = await screen.findByRole('list', { name: 'Places' });
    expect(places).toHaveTextContent('Sydney (Staging): No answer.');
    expect(screen.queryByRole('button', { name: /Undo/ })).toBeNull();
    await user.click(button('Try again for the rest'));
    await waitFor(() =>
      expect(operations.inputsOf(deleteSecret)).toHaveLength(2),
    );
  });
});

describe('Restoring a secret', () => {
  it('takes its deletion back where it waits for its end', async () => {
    const operations = new OperationsOfTest().on(restoreSecret, done);
    const deleted = secret('database-password', [
      cell('production', 'us', {
        state: 'pending-deletion',
        deletedAt: minutesAgo(60 * 24 * 2),
        recoverableUntil: minutesAgo(-60 * 24 * 28 - 5),
      }),
    ]);
    const { dialog, user } = await openDialog(
      dialogs => dialogs.restore({ service: quotes, row: deleted }),
      { operations },
    );
    expect(dialog).toHaveTextContent(
      'Virginia (Production): deleted 2 days ago, gone for good in 28 days',
    );
    await user.click(button('Restore'));
    await gone();
    expect(operations.inputsOf(restoreSecret)).toEqual([
      {
        service: quotes,
        name: 'database-password',
        environments: ['production'],
        regions: ['us'],
      },
    ]);
  });
});

describe('Going back to an earlier value', () => {
  const versions = [
    { versionId: 'now', isCurrent: true, isPrevious: false, stages: [] },
    {
      versionId: 'before',
      isCurrent: false,
      isPrevious: true,
      stages: [],
      createdAt: minutesAgo(60 * 24 * 9),
      by: 'user:default/dana',
    },
  ];

  it('says of when and by whom it is, in each region', async () => {
    const operations = new OperationsOfTest()
      .on(restoreVersion, done)
      .on(listVersions, ({ region }) => ({
        items: region === 'ap' ? versions.slice(0, 1) : versions,
      }));
    const { user } = await openDialog(dialogs => dialogs.goBack(about), {
      operations,
    });
    const list = screen.getByRole('list', { name: 'What becomes current' });
    await waitFor(() =>
      expect(list).toHaveTextContent(
        /Frankfurt \(Staging\): the value of 9 days ago, set by dana/i,
      ),
    );
    expect(list).toHaveTextContent(
      'Sydney (Staging): there is no earlier version to go back to.',
    );
    await user.click(button('Go back'));
    await gone();
    expect(operations.inputsOf(restoreVersion)).toEqual([
      {
        service: quotes,
        name: 'database-password',
        environments: ['staging'],
      },
    ]);
  });

  it('goes to a version of one place only there', async () => {
    const operations = new OperationsOfTest()
      .on(restoreVersion, done)
      .on(listVersions, () => ({ items: versions }));
    const { user } = await openDialog(
      dialogs =>
        dialogs.goBack({ ...about, place: production, versionId: 'before' }),
      { operations },
    );
    expect(screen.getAllByRole('checkbox')).toHaveLength(2);
    await user.click(button('Go back'));
    await gone();
    expect(operations.inputsOf(restoreVersion)).toEqual([
      expect.objectContaining({
        environments: ['production'],
        regions: ['eu'],
        versionId: 'before',
      }),
    ]);
  });
});
