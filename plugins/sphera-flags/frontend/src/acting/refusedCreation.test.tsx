import { createFlag, getFlag } from '@sphera/plugin-flags-common';
import { screen, waitFor } from '@testing-library/react';
import {
  field,
  nameAndReason,
  open,
  pick,
  press,
  write,
} from './__testUtils__/newFlag';

describe('the key', () => {
  it('is free where no flag has it', async () => {
    open();
    await write(/^Key/, 'instant-refunds');
    expect(await screen.findByText(/instant-refunds is free/)).toBeVisible();
  });

  it('is refused where a flag has it, or a retired one had it', async () => {
    const { flags } = open();
    flags.fail(getFlag);
    await write(/^Key/, 'new-checkout');
    expect(
      await screen.findByText(/There is a flag of this key already/),
    ).toBeVisible();
    flags.flag = { ...flags.flag, retiredAt: '2026-01-01T00:00:00Z' };
    await write(/^Key/, 'old-checkout');
    expect(await screen.findByText(/A key is never used again/)).toBeVisible();
  });

  it('is refused while it is written where it has the wrong form', async () => {
    open();
    await write(/^Key/, 'New Checkout');
    expect(await screen.findByText(/must be the key of a flag/)).toBeVisible();
  });
});

describe('a try that fails', () => {
  it('keeps what was written, and says what was wrong at its field', async () => {
    const { flags } = open();
    flags.fail(createFlag, {
      status: 400,
      message: 'The input is wrong',
      details: {
        fields: [
          { field: 'targeting', message: 'names a variant that is not there' },
        ],
      },
    });
    await nameAndReason();
    await pick('As JSON, for experts');
    await press('Create flag');
    const targeting = await field('Targeting');
    await waitFor(() =>
      expect(targeting).toHaveAccessibleDescription(
        /Names a variant that is not there\./,
      ),
    );
    expect(targeting).toBeInvalid();
    expect(await field(/^Key/)).toHaveValue('instant-refunds');
    flags.fail(createFlag);
    await press('Create flag');
    expect(await screen.findByText('Another page')).toBeVisible();
  });

  it('says why where it is about no field', async () => {
    const { flags } = open();
    flags.fail(createFlag, {
      status: 503,
      message: 'Flags have no transport: set sphera.flags.transport',
    });
    await nameAndReason();
    await press('Create flag');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Flags have no transport: set sphera.flags.transport',
    );
  });

  it('says so where somebody took the key meanwhile', async () => {
    const { flags } = open();
    flags.fail(createFlag, {
      status: 409,
      message: 'There is a flag instant-refunds already',
    });
    await nameAndReason();
    await press('Create flag');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is a flag instant-refunds already',
    );
  });

  it('names all that is missing at once, and sends nothing', async () => {
    const { flags } = open(undefined, '');
    await press('Create flag');
    expect(await screen.findByText('A key is missing.')).toBeVisible();
    expect(screen.getByRole('combobox', { name: /Service/ })).toBeInvalid();
    expect(await field(/^Reason/)).toHaveAccessibleDescription(
      'Must not be empty: write a reason.',
    );
    expect(flags.lastAsked(createFlag)).toBeUndefined();
  });
});

it('rests for who may not, and says so', async () => {
  open(() => false);
  await waitFor(async () =>
    expect(
      await screen.findByRole('button', { name: 'Create flag' }),
    ).toBeDisabled(),
  );
  expect(
    screen.getByRole('button', { name: 'Create flag' }),
  ).toHaveAccessibleDescription('You may not create flags of this service.');
});
