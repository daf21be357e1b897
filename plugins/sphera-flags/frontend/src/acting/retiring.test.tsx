import {
  listChanges,
  restoreFlag,
  retireFlag,
} from '@sphera/plugin-flags-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { cell, change, flag, OFF, switched } from '../__testUtils__/answers';
import { FlagsOfTest } from '../__testUtils__/FlagsOfTest';
import { renderFlags } from '../__testUtils__/renderFlags';
import { PutBackButton } from './PutBackButton';
import { RetireFlagButton } from './RetireFlagButton';

const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const giveAReason = async (reason: string) =>
  userEvent.type(
    await screen.findByRole('textbox', { name: /Reason/ }),
    reason,
  );

const mixed = () => {
  const shown = flag();
  shown.cells[4] = cell('production-ap', {
    wanted: {
      revision: 4,
      definition: switched('off'),
      value: OFF,
      at: '2026-11-01T10:00:00Z',
      change: 'change-4',
    },
  });
  return shown;
};

describe('Retiring a flag', () => {
  const open = (shown = flag()) =>
    renderFlags(<RetireFlagButton flag={shown} />);

  it('says what it means and what clusters answer until then, asks why, and does it', async () => {
    const { flags } = open();
    await press('Retire…');
    expect(
      await screen.findByText(/the default of its own code counts/),
    ).toBeVisible();
    expect(
      screen.getByRole('list', { name: 'What clusters answer now' }),
    ).toHaveTextContent('onin 5 clusters');
    expect(screen.queryByText('Clusters do not answer alike')).toBeNull();
    await giveAReason('gone from the code');
    await press('Retire flag');
    await waitFor(() =>
      expect(flags.lastAsked(retireFlag)).toEqual({
        flag: 'new-checkout',
        reason: 'gone from the code',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('warns where clusters do not answer alike', async () => {
    open(mixed());
    await press('Retire…');
    expect(
      await screen.findByText('Clusters do not answer alike'),
    ).toBeVisible();
    expect(
      screen.getByRole('list', { name: 'What clusters answer now' }),
    ).toHaveTextContent('offin 1 cluster: production-ap');
  });

  it('waits while it is being rolled out', async () => {
    open(
      flag({
        rollout: { id: 'rollout-1', state: 'paused', sentence: 'It rests' },
      }),
    );
    await press('Retire…');
    expect(
      await screen.findByRole('button', { name: 'Retire flag' }),
    ).toBeDisabled();
  });

  it('asks for a reason', async () => {
    open();
    await press('Retire…');
    await press('Retire flag');
    expect(
      await screen.findByRole('textbox', { name: /Reason/ }),
    ).toBeInvalid();
  });
});

describe('Putting a flag back', () => {
  const at = (hour: number) => `2026-11-01T0${hour}:00:00Z`;
  const steps = (variant: 'on' | 'off', ...clusters: string[]) =>
    clusters.map(cluster => ({
      cluster,
      revision: 1,
      definition: switched(variant),
      value: variant,
      isOvertaken: false,
    }));
  const off = change({
    id: 'change-1',
    kind: 'create',
    at: at(1),
    sentence: 'off in 4 clusters',
    clusters: steps(
      'off',
      'staging-eu',
      'staging-us',
      'production-eu',
      'production-us',
    ),
  });
  const onInStaging = change({
    id: 'change-2',
    at: at(2),
    sentence: 'on in 2 clusters',
    clusters: steps('on', 'staging-eu', 'staging-us'),
  });
  const onEverywhere = change({
    id: 'change-3',
    at: at(3),
    sentence: 'on in 3 clusters',
    clusters: steps('on', 'production-eu', 'production-us', 'production-ap'),
  });

  const open = (to = onInStaging, shown = flag()) => {
    const flags = new FlagsOfTest();
    flags.changes = [onEverywhere, onInStaging, off];
    return renderFlags(<PutBackButton flag={shown} change={to} />, { flags });
  };
  const preview = () => screen.findByRole('region', { name: 'What changes' });

  it('shows what each cluster has again, whatever change it had it from', async () => {
    const { flags } = open();
    await press(/^Put back to this point/);
    expect(await preview()).toHaveTextContent(
      /on.*off.*2 clusters: production-eu, production-us/,
    );
    // It has come later, and keeps what it has.
    expect(await preview()).toHaveTextContent(
      '3 clusters have this already: staging-eu, staging-us, production-ap',
    );
    await giveAReason('it was better before');
    await press('Put back');
    await waitFor(() =>
      expect(flags.lastAsked(restoreFlag)).toEqual({
        flag: 'new-checkout',
        change: 'change-2',
        reason: 'it was better before',
      }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('looks further back where the history is long', async () => {
    const { flags } = open();
    flags.answer(listChanges, ({ cursor }) =>
      cursor
        ? { items: [off], totalItems: 3 }
        : {
            items: [onEverywhere, onInStaging],
            totalItems: 3,
            nextCursor: 'b',
          },
    );
    await press(/^Put back to this point/);
    expect(await preview()).toHaveTextContent(
      /2 clusters: production-eu, production-us/,
    );
  });

  it('rests where nothing would be another', async () => {
    open(onEverywhere);
    await press(/^Put back to this point/);
    expect(await preview()).toHaveTextContent('5 clusters have this already');
    expect(screen.getByRole('button', { name: 'Put back' })).toBeDisabled();
  });

  it('can be asked for again where the history could not be loaded', async () => {
    const { flags } = open();
    flags.fail(listChanges, { status: 422, message: 'The history is away' });
    await press(/^Put back to this point/);
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText('The history is away'),
    ).toBeVisible();
    flags.fail(listChanges);
    await press('Try again');
    expect(await preview()).toBeVisible();
  });
});
