import { answerCacheOf } from '@sphera/plugin-operations-react';
import { revealSecret } from '@sphera/plugin-secrets-common';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failure, OperationsOfTest } from '../__testUtils__/OperationsOfTest';
import { openDialog, quotes } from '../__testUtils__/openDialog';

const value = 'hunter2\n  hunter3';
const place = { environment: 'production', region: 'eu' };

function revealing(encoding: 'text' | 'base64' = 'text', text = value) {
  return new OperationsOfTest().on(revealSecret, () => ({
    value: text,
    encoding,
    fullName: 'production/quotes/database-password',
    versionId: 'version-1',
  }));
}

async function openReveal(options: Parameters<typeof openDialog>[1] = {}) {
  const { operations = revealing(), ...rest } = options;
  const user = userEvent.setup({
    delay: null,
    advanceTimers: jest.advanceTimersByTime,
  });
  const opened = await openDialog(
    dialogs =>
      dialogs.reveal({ service: quotes, name: 'database-password', place }),
    { operations, user, ...rest },
  );
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: /Reason/ })).toHaveFocus(),
  );
  return opened;
}

async function reveal(options: Parameters<typeof openDialog>[1] = {}) {
  const opened = await openReveal(options);
  await opened.user.keyboard('the provider asks{Enter}');
  await screen.findByRole('region', { name: /^Value/ });
  return opened;
}

const wait = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
const everything = (operations: OperationsOfTest) =>
  JSON.stringify([
    document.documentElement.outerHTML,
    { ...localStorage },
    { ...sessionStorage },
    answerCacheOf(operations)
      .getQueryCache()
      .getAll()
      .map(({ state }) => state),
    answerCacheOf(operations)
      .getMutationCache()
      .getAll()
      .map(({ state }) => state),
  ]);

describe('Revealing a secret', () => {
  beforeEach(() => {
    jest.useFakeTimers({ advanceTimers: true });
  });
  afterEach(() => jest.useRealTimers());

  it('asks why, and shows the value in one place as it is', async () => {
    const { operations, dialog } = await reveal();
    expect(dialog).toHaveAccessibleName(
      'Reveal database-password in Frankfurt (Production)',
    );
    expect(operations.inputsOf(revealSecret)).toEqual([
      {
        service: quotes,
        name: 'database-password',
        ...place,
        reason: 'the provider asks',
      },
    ]);
    const box = screen.getByRole('region', { name: 'Value' });
    expect(box.textContent).toBe(value);
    await waitFor(() => expect(box).toHaveFocus());
    expect(dialog).toHaveTextContent('production/quotes/database-password');
  });

  it('hides it after 30 seconds, counted down, and keeps it nowhere', async () => {
    const { operations } = await reveal();
    const left = () => {
      const { textContent } = screen.getByRole('timer');
      return Number(/Hidden in (\d+) sec/.exec(textContent!)![1]);
    };
    // Time goes on by itself, too.
    const first = left();
    expect(first).toBeGreaterThan(10);
    expect(first).toBeLessThanOrEqual(30);
    await wait(9_000);
    expect(left()).toBeGreaterThan(0);
    expect(left()).toBeLessThanOrEqual(first - 8);
    expect(everything(operations)).toContain('hunter3');
    await wait(21_500);
    expect(screen.queryByRole('region', { name: 'Value' })).toBeNull();
    expect(screen.getByText(/^Hidden\. The page has not kept/)).toBeVisible();
    expect(everything(operations)).not.toContain('hunter');
  });

  it('hides it at once when asked, and shows it again', async () => {
    const { operations, user } = await reveal();
    await user.click(screen.getByRole('button', { name: 'Hide now' }));
    expect(everything(operations)).not.toContain('hunter');
    await user.click(screen.getByRole('button', { name: 'Reveal again' }));
    expect(await screen.findByRole('region', { name: 'Value' })).toBeVisible();
    expect(operations.inputsOf(revealSecret)).toHaveLength(2);
  });

  it('hides it when the tab is not looked at any more', async () => {
    const { operations } = await reveal();
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    fireEvent(document, new Event('visibilitychange'));
    hidden.mockRestore();
    expect(await screen.findByText(/^Hidden\./)).toBeVisible();
    expect(everything(operations)).not.toContain('hunter');
  });

  it('keeps nothing of it when the dialog is closed', async () => {
    const { operations, user } = await reveal();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(everything(operations)).not.toContain('hunter');
  });

  it('drops an answer that comes after the dialog was closed', async () => {
    const { operations, user } = await openReveal({
      operations: new OperationsOfTest().on(
        revealSecret,
        () =>
          new Promise(resolve =>
            setTimeout(
              () =>
                resolve({
                  value,
                  encoding: 'text',
                  fullName: 'x',
                  versionId: '1',
                }),
              2_000,
            ),
          ) as any,
      ),
    });
    await user.keyboard('the provider asks{Enter}');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await wait(3_000);
    expect(everything(operations)).not.toContain('hunter');
  });

  it('says what is binary, how large, and that it is written in base64', async () => {
    const { dialog } = await reveal({
      operations: revealing('base64', 'AAEC'),
    });
    expect(dialog).toHaveTextContent(
      'It is binary, 3 bytes, and written in base64 here.',
    );
    expect(
      screen.getByRole('region', { name: 'Value in base64' }),
    ).toHaveTextContent('AAEC');
  });

  it('copies it, and says so; or says when the browser refuses', async () => {
    const { user } = await reveal();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    writeText.mockResolvedValueOnce();
    const copy = screen.getByRole('button', { name: 'Copy value' });
    await user.click(copy);
    expect(writeText).toHaveBeenCalledWith(value);
    expect(await screen.findByText(/^Copied\./)).toBeVisible();
    writeText.mockRejectedValueOnce(new DOMException('no', 'NotAllowedError'));
    await user.click(copy);
    expect(
      await screen.findByText(/The browser does not let this page copy/),
    ).toBeVisible();
  });

  it('says why it was refused, and asks for a reason at the field', async () => {
    const operations = new OperationsOfTest().on(revealSecret, () => {
      throw failure(404, 'Frankfurt has no secret of this name any more');
    });
    const { user } = await openReveal({ operations });
    await user.keyboard('{Enter}');
    const reason = screen.getByRole('textbox', { name: /Reason/ });
    await waitFor(() => expect(reason).toBeInvalid());
    await user.keyboard('the provider asks{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Frankfurt has no secret of this name any more',
    );
  });
});

describe('Who may not reveal a secret', () => {
  it('is told who may, and asks for nothing', async () => {
    const { dialog, operations } = await openDialog(
      dialogs =>
        dialogs.reveal({
          service: quotes,
          name: 'database-password',
          // Permissions for the other place are remembered for some seconds.
          place: { environment: 'production', region: 'us' },
        }),
      { may: ({ permission }) => !/reveal/.test(permission.name) },
    );
    expect(
      await screen.findByText(
        'You may not reveal secrets in Virginia (Production)',
      ),
    ).toBeVisible();
    expect(dialog).toHaveTextContent(/the platform team may/);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(operations.inputsOf(revealSecret)).toEqual([]);
  });
});
