import { createFlag } from '@sphera/plugin-flags-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { quotes } from '../__testUtils__/answers';
import {
  choose,
  field,
  nameAndReason,
  open,
  pick,
  press,
  write,
} from './__testUtils__/newFlag';

const everywhere = [
  'staging-eu',
  'staging-us',
  'production-eu',
  'production-us',
  'production-ap',
];

it('creates a boolean that is off everywhere, and leads to it', async () => {
  const { flags } = open();
  await nameAndReason();
  await press('Create flag');
  expect(await screen.findByText('Another page')).toBeVisible();
  expect(screen.getByLabelText('Address')).toHaveTextContent(
    '/flags/f/instant-refunds',
  );
  expect(flags.lastAsked(createFlag)).toEqual({
    flag: 'instant-refunds',
    service: quotes,
    type: 'boolean',
    state: 'ENABLED',
    variants: { on: true, off: false },
    defaultVariant: 'off',
    reason: 'we try it',
  });
});

it('says before what it comes to, and where', async () => {
  open();
  const preview = await screen.findByRole('region', { name: 'What changes' });
  expect(preview).toHaveTextContent('not there');
  expect(preview).toHaveTextContent('off');
  expect(preview).toHaveTextContent(`5 clusters: ${everywhere.join(', ')}`);
});

it('splits people by percentage: of two variants, one follows the other', async () => {
  const { flags } = open();
  await nameAndReason();
  await pick('By percentage');
  const share = await screen.findByRole('textbox', { name: '% on' });
  await userEvent.clear(share);
  await userEvent.type(share, '25');
  await userEvent.tab();
  expect(screen.getByRole('textbox', { name: '% off' })).toHaveValue('75');
  expect(
    screen.getByRole('region', { name: 'What changes' }),
  ).toHaveTextContent('25 % on');
  await press('Create flag');
  await waitFor(() =>
    expect(flags.lastAsked(createFlag)).toMatchObject({
      targeting: {
        fractional: [
          ['on', 25],
          ['off', 75],
        ],
      },
    }),
  );
});

it('serves by rules, in order, and the rest', async () => {
  const { flags } = open();
  await nameAndReason();
  await pick('By rules');
  await press('Add a rule');
  const first = await screen.findByRole('listitem', { name: 'Rule 1' });
  await userEvent.type(
    within(first).getByRole('textbox', { name: 'Where' }),
    'country',
  );
  await userEvent.type(
    within(first).getByRole('textbox', { name: 'Value' }),
    'DE',
  );
  await press('Add a rule');
  const second = await screen.findByRole('listitem', { name: 'Rule 2' });
  await userEvent.type(
    within(second).getByRole('textbox', { name: 'Where' }),
    'plan',
  );
  await userEvent.type(
    within(second).getByRole('textbox', { name: 'Value' }),
    'gold',
  );
  await press('Move rule 2 up');
  await press('Create flag');
  await waitFor(() =>
    expect(flags.lastAsked(createFlag)).toMatchObject({
      targeting: {
        if: [
          { '==': [{ var: 'plan' }, 'gold'] },
          'on',
          { '==': [{ var: 'country' }, 'DE'] },
          'on',
          'off',
        ],
      },
    }),
  );
});

it('takes texts as variants, each checked where it is written', async () => {
  const { flags } = open();
  await nameAndReason();
  await choose(/Type/, /^Number/);
  await write('Variant 2', 'plenty');
  await write('Value 2', 'a lot');
  expect(await field('Value 2')).toBeInvalid();
  await press('Create flag');
  expect(flags.lastAsked(createFlag)).toBeUndefined();
  await write('Value 2', '250');
  await press('Create flag');
  await waitFor(() =>
    expect(flags.lastAsked(createFlag)).toMatchObject({
      type: 'number',
      variants: { few: 10, plenty: 250 },
      defaultVariant: 'few',
    }),
  );
});

it('takes JsonLogic from experts, and says where it is no JSON', async () => {
  const { flags } = open();
  await nameAndReason();
  await pick('As JSON, for experts');
  await write('Targeting', '{');
  expect(await field('Targeting')).toBeInvalid();
  await write('Targeting', '{"if": [{"and": [true]}, "on"]}');
  await press('Create flag');
  await waitFor(() =>
    expect(flags.lastAsked(createFlag)).toMatchObject({
      targeting: { if: [{ and: [true] }, 'on'] },
    }),
  );
});

it('goes to the clusters that are chosen: a ring, an environment, one', async () => {
  const { flags } = open();
  await nameAndReason();
  await press('Ring canary');
  const where = screen.getByRole('group', { name: /In which clusters/ });
  const isChosen = (name: string) =>
    within(where).getByRole('checkbox', { name });
  expect(isChosen('staging-eu')).toBeChecked();
  expect(isChosen('staging-us')).not.toBeChecked();
  await userEvent.click(isChosen('Production'));
  await userEvent.click(isChosen('production-ap'));
  await press('Create flag');
  await waitFor(() =>
    expect(flags.lastAsked(createFlag)).toMatchObject({
      clusters: ['staging-eu', 'production-eu', 'production-us'],
    }),
  );
});

it('is told of whom it is, what for, and until when', async () => {
  const { flags } = open();
  await nameAndReason();
  await write('Description', 'Money back at once');
  await choose(/Purpose/, /^Release/);
  await choose(/Owner/, 'Booking');
  await press('Create flag');
  await waitFor(() =>
    expect(flags.lastAsked(createFlag)).toMatchObject({
      description: 'Money back at once',
      purpose: 'release',
      owner: 'group:default/booking',
    }),
  );
});
