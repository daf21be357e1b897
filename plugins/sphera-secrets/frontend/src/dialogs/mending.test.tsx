import {
  adoptSecret,
  copySecret,
  finishChange,
  previewAdoption,
  previewCopy,
  undoChange,
} from '@sphera/plugin-secrets-common';
import { screen, waitFor, within } from '@testing-library/react';
import { unfinishedChange } from '../tab/__testUtils__/answers';
import { failure, OperationsOfTest } from './__testUtils__/OperationsOfTest';
import { openDialog, quotes } from './__testUtils__/openDialog';

const done = () => ({ change: 'change-1', places: [] });
const production = { environment: 'production', region: 'eu' };
const button = (name: string) => screen.getByRole('button', { name });
const gone = () =>
  waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('Copying a secret', () => {
  const place = (region: string) => ({ environment: 'production', region });
  const preview = () => ({
    items: [
      {
        name: 'database-password',
        places: [
          {
            ...place('us'),
            would: 'replace' as const,
            sentence: 'gets the value of Frankfurt',
          },
        ],
      },
    ],
  });

  it('shows what would be done, and does it', async () => {
    const operations = new OperationsOfTest()
      .on(previewCopy, preview)
      .on(copySecret, () => ({ items: [] }));
    const { user } = await openDialog(
      dialogs =>
        dialogs.copy({
          service: quotes,
          names: ['database-password'],
          from: place('eu'),
          to: [place('us')],
        }),
      { operations },
    );
    const list = await screen.findByRole('list', {
      name: 'What would be done',
    });
    expect(list).toHaveTextContent(
      'Virginia (Production): gets the value of Frankfurt',
    );
    await user.click(button('Copy'));
    await gone();
    const copied = {
      service: quotes,
      names: ['database-password'],
      fromEnvironment: 'production',
      fromRegion: 'eu',
      environments: ['production'],
      regions: ['us'],
    };
    expect(operations.inputsOf(previewCopy)[0]).toEqual(copied);
    expect(operations.inputsOf(copySecret)).toEqual([copied]);
  });

  it('tells of each secret that was not copied everywhere', async () => {
    const operations = new OperationsOfTest()
      .on(previewCopy, preview)
      .on(copySecret, () => {
        throw failure(502, 'Not every secret was copied', {
          items: [],
          failed: [{ name: 'database-password' }],
          unfinished: [unfinishedChange({ operation: 'copy-secret' })],
        });
      })
      .on(finishChange, done);
    const { user } = await openDialog(
      dialogs =>
        dialogs.copy({
          service: quotes,
          names: ['database-password'],
          from: place('eu'),
          to: [place('us')],
        }),
      { operations },
    );
    await screen.findByRole('list', { name: 'What would be done' });
    await user.click(button('Copy'));
    await user.click(
      await screen.findByRole('button', { name: 'Finish it in the rest' }),
    );
    expect(await screen.findByText(/^Finished/)).toBeVisible();
  });
});

describe('Bringing a secret to the standard', () => {
  const plan = (name: string) => ({
    name,
    fullName: `production/quotes/${name}`,
    isRenamed: true,
    steps: [`Copy it to production/quotes/${name}`, 'Give it its tags'],
  });

  it('shows the steps, asks what becomes of the old one, and does it', async () => {
    const operations = new OperationsOfTest()
      .on(previewAdoption, ({ name }) => plan(name ?? 'db-pw'))
      .on(adoptSecret, done);
    const { user } = await openDialog(
      dialogs =>
        dialogs.adopt({
          service: quotes,
          fullName: 'quotes_DB_PW',
          place: production,
        }),
      { operations },
    );
    const name = await screen.findByDisplayValue('db-pw');
    await user.clear(name);
    await user.type(name, 'database-pw');
    await waitFor(() =>
      expect(
        within(
          screen.getByRole('list', { name: 'What will be done' }),
        ).getAllByRole('listitem')[0],
      ).toHaveTextContent('Copy it to production/quotes/database-pw'),
    );
    await user.click(screen.getByRole('radio', { name: /^Delete it/ }));
    await user.click(button('Bring to the standard'));
    await gone();
    expect(operations.inputsOf(adoptSecret)).toEqual([
      {
        service: quotes,
        ...production,
        fullName: 'quotes_DB_PW',
        name: 'database-pw',
        deleteOld: true,
      },
    ]);
  });

  it('does it in every place that has it so', async () => {
    const operations = new OperationsOfTest()
      .on(previewAdoption, () => plan('db-pw'))
      .on(adoptSecret, done);
    const { user } = await openDialog(
      dialogs =>
        dialogs.adopt({
          service: quotes,
          fullName: 'quotes_DB_PW',
          place: production,
          also: [{ environment: 'production', region: 'us' }],
        }),
      { operations },
    );
    await screen.findByDisplayValue('db-pw');
    await user.click(button('Bring to the standard'));
    await gone();
    const regions = operations.inputsOf(adoptSecret).map(one => one.region);
    expect(regions).toEqual(['eu', 'us']);
  });

  it('says why it cannot be', async () => {
    const operations = new OperationsOfTest().on(previewAdoption, () => ({
      ...plan('db-pw'),
      problem: 'It belongs to payments.',
    }));
    await openDialog(
      dialogs =>
        dialogs.adopt({
          service: quotes,
          fullName: 'quotes_DB_PW',
          place: production,
        }),
      { operations },
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'It belongs to payments.',
    );
    expect(button('Bring to the standard')).toBeDisabled();
  });
});

describe('A change that did not reach every place', () => {
  it.each([
    ['finish' as const, finishChange, 'Finish it in the rest'],
    ['undo' as const, undoChange, 'Undo it'],
  ])('can be taken up later: %s', async (way, operation, label) => {
    const operations = new OperationsOfTest().on(operation, done);
    const { dialog, user } = await openDialog(
      dialogs => dialogs[way]({ service: quotes, change: unfinishedChange() }),
      { operations },
    );
    expect(dialog).toHaveTextContent(/It was changed by dana 5 minutes ago/i);
    expect(dialog).toHaveTextContent(
      'Sydney (Staging): AWS did not answer. Try again.',
    );
    await user.click(button(label));
    await gone();
    expect(operations.inputsOf(operation)).toEqual([
      { service: quotes, environments: ['staging'], change: 'change-1' },
    ]);
  });
});
