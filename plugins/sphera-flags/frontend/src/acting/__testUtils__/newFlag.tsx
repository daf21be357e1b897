import { getFlag } from '@sphera/plugin-flags-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { quotes } from '../../__testUtils__/answers';
import { FlagsOfTest } from '../../__testUtils__/FlagsOfTest';
import { renderFlags } from '../../__testUtils__/renderFlags';
import { CreateFlagPage } from '../CreateFlagPage';

/** The page of a new flag of Quotes, whose key is free. */
export const open = (may?: () => boolean, query = `?service=${quotes}`) => {
  const flags = new FlagsOfTest();
  flags.fail(getFlag, { status: 404, message: 'There is no such flag' });
  return renderFlags(<CreateFlagPage />, {
    flags,
    address: `/flags/new${query}`,
    path: '/flags/new',
    may,
  });
};

/** A field by its label. */
export const field = (name: string | RegExp) =>
  screen.findByRole('textbox', { name });
/** Writes something in place of what is in a field. */
export const write = async (name: string | RegExp, text: string) => {
  await userEvent.clear(await field(name));
  await userEvent.click(await field(name));
  await userEvent.paste(text);
};
/** Chooses an option of a select. */
export const choose = async (label: RegExp, option: string | RegExp) => {
  await userEvent.click(await screen.findByRole('button', { name: label }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
};
export const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
/** How one says who gets what. */
export const pick = async (name: string) =>
  userEvent.click(await screen.findByRole('radio', { name }));

/** The least that has to be written. */
export const nameAndReason = async () => {
  await write(/^Key/, 'instant-refunds');
  await write(/^Reason/, 'we try it');
};
