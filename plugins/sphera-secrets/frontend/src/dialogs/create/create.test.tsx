import {
  createSecret,
  finishChange,
  undoChange,
} from '@sphera/plugin-secrets-common';
import { answerCacheOf } from '@sphera/plugin-operations-react';
import { screen, waitFor, within } from '@testing-library/react';
import { unfinishedChange } from '../../tab/__testUtils__/answers';
import { failure, OperationsOfTest } from '../__testUtils__/OperationsOfTest';
import { openDialog, quotes } from '../__testUtils__/openDialog';

type Options = Parameters<typeof openDialog>[1];

const nameField = () => screen.getByRole('textbox', { name: /^Name/ });

async function openCreate(options?: Options) {
  const opened = await openDialog(
    dialogs => dialogs.create({ service: quotes }),
    options,
  );
  await waitFor(() => expect(nameField()).toHaveFocus());
  return opened;
}

const valueField = () => screen.getByLabelText(/^Value/);
const box = (name: string) => screen.getByRole('checkbox', { name });
const way = (name: string) => screen.getByRole('tab', { name });
const button = (name: string) => screen.getByRole('button', { name });

function writtenAnywhere(operations: OperationsOfTest): string {
  const cache = answerCacheOf(operations);
  return JSON.stringify([
    document.documentElement.outerHTML,
    [...document.querySelectorAll('input, textarea')].map(
      field => (field as HTMLInputElement).value,
    ),
    { ...localStorage },
    { ...sessionStorage },
    window.location.href,
    window.history.state,
    cache
      .getMutationCache()
      .getAll()
      .map(({ state }) => state),
    cache
      .getQueryCache()
      .getAll()
      .map(({ state, queryKey }) => [state, queryKey]),
  ]);
}

describe('Creating a secret', () => {
  it('takes a name and a value, to the standard, in staging unless production is ticked', async () => {
    const { operations, dialog, user, post } = await openCreate();
    expect(nameField()).toHaveFocus();
    expect(box('Staging')).toBeChecked();
    expect(box('Production')).not.toBeChecked();
    await user.keyboard('mail-token');
    const standard = screen.getByRole('region', { name: 'To the standard' });
    expect(standard).toHaveTextContent('staging/quotes/mail-token');
    expect(standard).toHaveTextContent('Staging: Frankfurt, Virginia, Sydney');
    expect(standard).not.toHaveTextContent('production/quotes');
    await user.click(box('Production'));
    expect(standard).toHaveTextContent('production/quotes/mail-token');
    await user.type(valueField(), 'correct horse battery');
    await user.type(
      screen.getByRole('textbox', { name: /^Description/ }),
      'Sends mail',
    );
    await user.click(button('Create secret'));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(operations.inputsOf(createSecret)).toEqual([
      {
        service: quotes,
        name: 'mail-token',
        environments: ['staging', 'production'],
        value: 'correct horse battery',
        encoding: 'text',
        description: 'Sends mail',
      },
    ]);
    expect(post).toHaveBeenCalledWith(
      expect.objectContaining({ title: 'mail-token is created' }),
    );
  });

  it('leaves the value nowhere on the page, in no cache and no storage of the browser', async () => {
    const { operations, dialog, user } = await openCreate();
    await user.keyboard('mail-token');
    expect(valueField()).toHaveAttribute('type', 'password');
    expect(valueField()).toHaveAttribute('autocomplete', 'off');
    await user.type(valueField(), 'hunter2hunter2');
    expect(writtenAnywhere(operations)).toContain('hunter2hunter2');
    await user.click(button('Create secret'));
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(operations.inputsOf(createSecret)).toHaveLength(1);
    expect(writtenAnywhere(operations)).not.toContain('hunter2');
  });

  it('leaves nothing behind either when it is closed or fails', async () => {
    const operations = new OperationsOfTest().on(createSecret, () => {
      throw failure(503, 'Frankfurt did not answer');
    });
    const { dialog, user } = await openCreate({ operations });
    await user.keyboard('mail-token');
    await user.type(valueField(), 'hunter2hunter2{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Frankfurt did not answer',
    );
    expect(valueField()).toHaveValue('hunter2hunter2');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    expect(writtenAnywhere(operations)).not.toContain('hunter2');
  });

  it('says at once when a name is not to the standard or taken', async () => {
    const { operations, user } = await openCreate();
    await user.keyboard('Database_Password');
    expect(nameField()).toHaveAccessibleDescription(
      /Not to the standard: lower-case words joined by hyphens, like database-password\./,
    );
    await user.clear(nameField());
    expect(nameField()).toHaveFocus();
    await user.keyboard('database-password');
    await waitFor(() =>
      expect(nameField()).toHaveAccessibleDescription(/exists already/),
    );
    await user.click(button('Create secret'));
    expect(screen.getByText('The value is missing.')).toBeVisible();
    await waitFor(() => expect(nameField()).toHaveFocus());
    expect(operations.inputsOf(createSecret)).toEqual([]);
  });

  it('has the portal make a value up that nobody sees', async () => {
    const { operations, user } = await openCreate();
    await user.keyboard('mail-token');
    await user.click(way('Generate'));
    const length = screen.getByRole('textbox', { name: /^Length/ });
    await user.clear(length);
    await user.type(length, '48');
    await user.tab();
    await user.click(screen.getByRole('button', { name: /Alphabet/ }));
    await user.click(
      await screen.findByRole('option', { name: /Hexadecimal/ }),
    );
    await user.click(button('Create secret'));
    await waitFor(() =>
      expect(operations.inputsOf(createSecret)).toEqual([
        expect.objectContaining({ generate: { length: 48, alphabet: 'hex' } }),
      ]),
    );
    expect(operations.inputsOf(createSecret)[0]).not.toHaveProperty('value');
  });

  it('keeps many lines as they are, and says so of a last line break', async () => {
    const { operations, user } = await openCreate();
    await user.keyboard('mail-token');
    await user.click(way('Paste'));
    await user.click(screen.getByRole('textbox', { name: /many lines/ }));
    await user.paste('first\nsecond\n');
    expect(screen.getByText(/Ends with a line break/)).toBeVisible();
    await user.click(button('Create secret'));
    await waitFor(() =>
      expect(operations.inputsOf(createSecret)).toEqual([
        expect.objectContaining({ value: 'first\nsecond\n' }),
      ]),
    );
  });

  it('refuses a value of one byte too many before it is sent', async () => {
    const { operations, user } = await openCreate();
    await user.keyboard('mail-token');
    await user.click(way('Paste'));
    await user.click(screen.getByRole('textbox', { name: /many lines/ }));
    await user.paste('é'.repeat(32_768));
    expect(screen.queryByText(/Too long/)).toBeNull();
    await user.paste('a');
    expect(
      screen.getByText('Too long: 65,537 bytes. At most 65,536 are allowed.'),
    ).toBeVisible();
    await user.click(button('Create secret'));
    expect(operations.inputsOf(createSecret)).toEqual([]);
  });

  it('names the regions where not all of an environment are chosen', async () => {
    const { operations, user } = await openCreate();
    await user.keyboard('mail-token');
    await user.type(valueField(), 'correct horse');
    await user.click(
      within(screen.getByRole('group', { name: 'Staging' })).getByRole(
        'checkbox',
        { name: 'Sydney' },
      ),
    );
    expect(box('Staging')).toBePartiallyChecked();
    await user.click(button('Create secret'));
    await waitFor(() =>
      expect(operations.inputsOf(createSecret)).toEqual([
        expect.objectContaining({
          environments: ['staging'],
          regions: ['eu', 'us'],
        }),
      ]),
    );
  });

  it('does not offer an environment where one may not', async () => {
    await openCreate({
      may: request =>
        !('resourceRef' in request) ||
        !/production/.test(request.resourceRef ?? ''),
    });
    await waitFor(() => expect(box('Production')).toBeDisabled());
    expect(
      screen.getByText('You may not do this in Production: Create a secret.'),
    ).toBeVisible();
  });

  it('shows at the value what the backend says about it', async () => {
    const operations = new OperationsOfTest().on(createSecret, () => {
      throw failure(400, 'value must not be a private key in plain', {
        fields: [
          { field: 'value', message: 'must not be a private key in plain' },
        ],
      });
    });
    const { user } = await openCreate({ operations });
    const rule = 'Must not be a private key in plain.';
    expect(screen.getAllByText(rule)).toHaveLength(1);
    await user.keyboard('mail-token');
    await user.type(valueField(), 'key{Enter}');
    await waitFor(() => expect(screen.getAllByText(rule)).toHaveLength(2));
  });
});

describe('Creating many secrets', () => {
  const text = 'MAIL_TOKEN=one\nMAIL_TOKEN=two\nMaps.Key="three"\nÜ=four';

  async function paste(content: string, options?: Options) {
    const opened = await openCreate(options);
    await opened.user.click(way('.env'));
    await opened.user.click(
      screen.getByRole('textbox', { name: /Many secrets as .env/ }),
    );
    await opened.user.paste(content);
    return opened;
  }
  const entry = (name: RegExp) => screen.getByRole('textbox', { name });

  it('turns names to the standard, and marks what cannot be before anything is sent', async () => {
    const { operations, user } = await paste(text);
    expect(
      screen.getByRole('textbox', { name: /Many secrets as .env/ }),
    ).toHaveAccessibleDescription(/Line 4 is not written like NAME=value\./);
    expect(entry(/MAIL_TOKEN, line 1/)).toHaveValue('mail-token');
    expect(entry(/MAIL_TOKEN, line 2/)).toHaveAccessibleDescription(
      /The same name as line 1/,
    );
    expect(entry(/Maps.Key/)).toHaveValue('maps-key');
    expect(screen.getByText('Maps.Key, line 3: 5 characters.')).toBeVisible();
    expect(
      screen.getByText('3 secrets, 1 cannot be created like this'),
    ).toBeVisible();
    await user.click(button('Create 3 secrets'));
    expect(operations.inputsOf(createSecret)).toEqual([]);
  });

  it('creates one by one, says which failed, and goes back to only these', async () => {
    const operations = new OperationsOfTest().on(createSecret, input => {
      if (input.name === 'maps-key') throw failure(409, 'Dana is at it');
      return { change: 'change-1', places: [] };
    });
    const { user } = await paste('MAIL_TOKEN=one\nMAPS_KEY=two', {
      operations,
    });
    await user.clear(entry(/MAIL_TOKEN/));
    await user.type(entry(/MAIL_TOKEN/), 'mail-key');
    await user.click(button('Create 2 secrets'));
    expect(await screen.findByText('1 of 2 done')).toBeVisible();
    expect(await screen.findByText(/Dana is at it/)).toBeVisible();
    expect(
      operations.inputsOf(createSecret).map(({ name, value }) => [name, value]),
    ).toEqual([
      ['mail-key', 'one'],
      ['maps-key', 'two'],
    ]);
    const [, second] = within(
      screen.getByRole('list', { name: 'Progress' }),
    ).getAllByRole('listitem');
    expect(second).toHaveTextContent('maps-keyDana is at it');
    await user.click(button('Back to what was not done'));
    expect(screen.queryByRole('textbox', { name: /MAIL_TOKEN/ })).toBeNull();
    expect(entry(/MAPS_KEY/)).toHaveValue('maps-key');
  });

  it('reads JSON as well', async () => {
    const { operations, user } = await openCreate();
    await user.click(way('JSON'));
    await user.click(
      screen.getByRole('textbox', { name: /Many secrets as JSON/ }),
    );
    await user.paste('{ "MAIL_TOKEN": "one" }');
    await user.click(button('Create secret'));
    await waitFor(() =>
      expect(operations.inputsOf(createSecret)).toEqual([
        expect.objectContaining({ name: 'mail-token', value: 'one' }),
      ]),
    );
  });
});

describe('A secret that did not reach every place', () => {
  const partly = () =>
    new OperationsOfTest()
      .on(createSecret, () => {
        throw failure(
          502,
          'mail-token is created in Frankfurt and Virginia, not in Sydney',
          unfinishedChange({ operation: 'create-secret', name: 'mail-token' }),
        );
      })
      .on(undoChange, () => ({ change: 'change-1', places: [] }));

  async function createPartly(operations: OperationsOfTest) {
    const opened = await openCreate({ operations });
    await opened.user.keyboard('mail-token');
    await opened.user.type(valueField(), 'correct horse{Enter}');
    await screen.findByRole('list', { name: 'Places' });
    return opened;
  }

  it('says exactly where it is and where not and why, and is undone', async () => {
    const { operations, user } = await createPartly(partly());
    const places = within(screen.getByRole('list', { name: 'Places' }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(places).toEqual([
      'Frankfurt (Staging)',
      'Virginia (Staging)',
      'Sydney (Staging): AWS did not answer. Try again.',
    ]);
    await user.click(button('Undo it'));
    expect(
      await screen.findByText('Undone: every place is as it was before.'),
    ).toBeVisible();
    expect(operations.inputsOf(undoChange)).toEqual([
      { service: quotes, environments: ['staging'], change: 'change-1' },
    ]);
  });

  it('is finished, also at the second try', async () => {
    const operations = partly().on(finishChange, () => {
      throw failure(503, 'Sydney does not answer');
    });
    const { user } = await createPartly(operations);
    await user.click(button('Finish it in the rest'));
    expect(await screen.findByText('Sydney does not answer')).toBeVisible();
    operations.on(finishChange, () => ({ change: 'change-1', places: [] }));
    await user.click(button('Finish it in the rest'));
    expect(
      await screen.findByText('Finished: it is done in every place now.'),
    ).toBeVisible();
    await user.click(screen.getAllByRole('button', { name: 'Close' })[1]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
