import { setFlag } from '@sphera/plugin-flags-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { flag } from '../__testUtils__/answers';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { ChangeFlagPage } from './ChangeFlagPage';

const said = { purpose: 'release', namesOwner: true } as const;

const open = () => {
  const flags = new FlagsOfTest();
  flags.flag = flag(said);
  return renderFlags(<ChangeFlagPage />, {
    flags,
    address: '/flags/f/new-checkout/change',
    path: '/flags/f/:flag/change',
  });
};
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const choose = async (field: RegExp, option: string | RegExp) => {
  await press(field);
  await userEvent.click(await screen.findByRole('option', { name: option }));
};
const description = () => screen.findByRole('textbox', { name: 'Description' });
const change = async () => {
  await userEvent.type(
    await screen.findByRole('textbox', { name: /^Reason/ }),
    'it pays well',
  );
  await press('Change flag');
};

it('takes away what is no longer so: the owner is then that of the service', async () => {
  const { flags } = open();
  await choose(/Purpose/, 'Not said');
  await choose(/Owner/, 'The team of the service');
  await userEvent.clear(await description());
  await change();
  await waitFor(() =>
    expect(flags.lastAsked(setFlag)).toEqual({
      flag: 'new-checkout',
      about: { description: null, purpose: null, owner: null },
      seenAbout: {
        description: 'The new way to pay',
        purpose: 'release',
        owner: 'group:default/booking',
        endsOn: null,
      },
      reason: 'it pays well',
    }),
  );
});

it('keeps what others said meanwhile of what was not touched', async () => {
  const { flags, signal } = open();
  await userEvent.clear(await description());
  await userEvent.type(await description(), 'Pay faster');
  flags.flag = flag({ ...said, purpose: 'operations' });
  signal();
  await press('Go on from there');
  await change();
  await waitFor(() =>
    expect(flags.lastAsked(setFlag)).toMatchObject({
      about: { description: 'Pay faster' },
      seenAbout: { purpose: 'operations' },
    }),
  );
});
