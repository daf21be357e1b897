import { toastApiRef } from '@backstage/frontend-plugin-api';
import {
  createApiMock,
  mockApis,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { Button, Text } from '@backstage/ui';
import { defineOperation } from '@sphera/plugin-operations-common';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { z } from 'zod/v3';
import { FailedState } from './FailedState';
import { problemsOf } from './messages';
import { operationsModule } from './operationsModule';
import { useOperation } from './useOperation';
import { useOperationMutation } from './useOperationMutation';

const plugin = 'sphera-lamps';
const countLamps = defineOperation({
  plugin,
  name: 'count-lamps',
  title: 'Count lamps',
  description: 'Counts lamps.',
  effect: 'read',
  input: z.object({ room: z.string(), service: z.string().optional() }),
  output: z.object({ count: z.number() }),
});
const addLamp = defineOperation({
  plugin,
  name: 'add-lamp',
  title: 'Add a lamp',
  description: 'Adds a lamp.',
  effect: 'write',
  input: z.object({ room: z.string(), watts: z.number() }),
  output: z.object({ count: z.number() }),
});

function Lamps(props: { quiet?: boolean; service?: string }) {
  const { service } = props;
  const lamps = useOperation(countLamps, { room: 'attic', service });
  const add = useOperationMutation(addLamp, { quiet: props.quiet });
  if (lamps.error) {
    return (
      <FailedState what="Lamps" error={lamps.error} onRetry={lamps.refetch} />
    );
  }
  return (
    <>
      <Text>{lamps.data ? `${lamps.data.count} lamps` : 'Counting'}</Text>
      <Button onPress={() => add.mutate({ room: 'attic', watts: 40 })}>
        Add
      </Button>
      {problemsOf(add.error).map(problem => (
        <Text key={problem.field}>
          {problem.field} {problem.message}
        </Text>
      ))}
    </>
  );
}

const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
const refusal = (status: number, message: string, details?: object) =>
  json(
    {
      error: { name: 'InputError', message, details },
      response: { statusCode: status },
    },
    status,
  );

/** A backend of one route that counts lamps and one that adds them. */
function lampBackend() {
  const backend = {
    count: 1,
    answer: undefined as undefined | (() => Response),
    asked: [] as string[],
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      backend.asked.push(`${init?.method} ${input} ${init?.body ?? ''}`.trim());
      if (backend.answer) return backend.answer();
      if (init?.method === 'POST') backend.count += 1;
      return json({ count: backend.count });
    },
  };
  return backend;
}

/** Signals as the browser has them, whose sender is the test. */
function signalsOfTest() {
  const listeners = new Map<(changed?: object) => void, string>();
  let subscriptions = 0;
  const signals: SignalApi = {
    subscribe(channel, onMessage) {
      const listener = (changed: object = {}) =>
        onMessage({ id: '1', ...changed } as any);
      listeners.set(listener, channel);
      subscriptions += 1;
      return { unsubscribe: () => listeners.delete(listener) };
    },
  };
  return {
    signals,
    channels: () => [...listeners.values()],
    /** How many there have been. */
    subscriptions: () => subscriptions,
    send: (changed?: object) =>
      [...listeners.keys()].forEach(listener => listener(changed)),
  };
}

const toasts = createApiMock(toastApiRef, () => ({ post: jest.fn() }));

function renderLamps(
  options: {
    quiet?: boolean;
    service?: string;
    twice?: boolean;
    withoutSignals?: boolean;
  } = {},
) {
  const backend = lampBackend();
  const wire = signalsOfTest();
  const toast = toasts();
  const page = renderInTestApp(
    <>
      <Lamps quiet={options.quiet} service={options.service} />
      {options.twice && <Lamps />}
    </>,
    {
      features: [operationsModule],
      apis: [
        toast,
        mockApis.fetch({ baseImplementation: backend.fetch }),
        ...(options.withoutSignals
          ? []
          : [[signalApiRef, wire.signals] as const]),
      ],
    },
  );
  return { backend, wire, toast, page };
}

describe('operations on a page', () => {
  it('asks the route of the operation and shows the answer', async () => {
    const { backend } = renderLamps();
    expect(await screen.findByText('1 lamps')).toBeInTheDocument();
    expect(backend.asked).toEqual([
      'GET plugin://sphera-lamps/v1/count-lamps?room=attic',
    ]);
  });

  it('asks anew after a change', async () => {
    const { backend } = renderLamps();
    await userEvent.click(await screen.findByRole('button', { name: 'Add' }));
    expect(await screen.findByText('2 lamps')).toBeInTheDocument();
    expect(backend.asked[1]).toBe(
      'POST plugin://sphera-lamps/v1/add-lamp {"room":"attic","watts":40}',
    );
  });

  it('shows what somebody else changed, as soon as the signal comes', async () => {
    const { backend, wire } = renderLamps();
    await screen.findByText('1 lamps');
    backend.count = 7;
    wire.send();
    expect(await screen.findByText('7 lamps')).toBeInTheDocument();
  });

  it('does not ask anew where what changed is another service', async () => {
    const { backend, wire } = renderLamps({ service: 'attic-light' });
    await screen.findByText('1 lamps');
    wire.send({ service: 'component:default/cellar-light' });
    wire.send({ environment: 'production' });
    await waitFor(() => expect(backend.asked).toHaveLength(2));
    wire.send({ service: 'component:default/attic-light' });
    await waitFor(() => expect(backend.asked).toHaveLength(3));
  });

  it('shares one question and one subscription between components', async () => {
    const { backend, wire, page } = renderLamps({ twice: true });
    expect(await screen.findAllByText('1 lamps')).toHaveLength(2);
    expect(backend.asked).toHaveLength(1);
    expect(wire.channels()).toEqual([plugin]);
    page.unmount();
    expect(wire.channels()).toEqual([]);
  });

  it('says in a toast why a change was refused', async () => {
    const { backend, toast } = renderLamps();
    await screen.findByText('1 lamps');
    backend.answer = () => refusal(409, 'The attic is locked by dana.');
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() =>
      expect(toast.post).toHaveBeenCalledWith({
        title: 'The attic is locked by dana.',
        status: 'danger',
      }),
    );
  });

  it('names the fields that were wrong to a page that says so itself', async () => {
    const { backend, toast } = renderLamps({ quiet: true });
    await screen.findByText('1 lamps');
    backend.answer = () =>
      refusal(400, 'watts must be at most 20', {
        fields: [{ field: 'watts', message: 'must be at most 20' }],
      });
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(
      await screen.findByText('watts must be at most 20'),
    ).toBeInTheDocument();
    expect(toast.post).not.toHaveBeenCalled();
  });

  it('offers to try again when the backend cannot be reached', async () => {
    const { backend, wire } = renderLamps();
    await screen.findByText('1 lamps');
    backend.answer = () => {
      throw new TypeError('Failed to fetch');
    };
    wire.send();
    expect(
      await screen.findByText(/Check your connection/),
    ).toBeInTheDocument();
    backend.answer = undefined;
    backend.count = 3;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('3 lamps')).toBeInTheDocument();
    expect(wire.channels()).toEqual([plugin]);
  });

  it('does not ask again what it may not know', async () => {
    const { backend, wire } = renderLamps();
    await screen.findByText('1 lamps');
    backend.answer = () => refusal(403, 'Lamps are for the platform team.');
    wire.send();
    expect(
      await screen.findByText('Lamps are not open to you'),
    ).toBeInTheDocument();
    expect(backend.asked).toHaveLength(2);
  });

  it('asks every ten seconds where there are no signals', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    try {
      const { backend } = renderLamps({ withoutSignals: true });
      await screen.findByText('1 lamps');
      backend.count = 4;
      await act(() => jest.advanceTimersByTimeAsync(10_000));
      expect(await screen.findByText('4 lamps')).toBeInTheDocument();
    } finally {
      jest.useRealTimers();
    }
  });

  it('listens anew after the backend could not be reached', async () => {
    const { backend, wire } = renderLamps();
    await screen.findByText('1 lamps');
    const before = wire.subscriptions();
    backend.answer = () => {
      throw new TypeError('Failed to fetch');
    };
    wire.send();
    await screen.findByText(/Check your connection/);
    backend.answer = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByText('1 lamps');
    expect(wire.subscriptions()).toBe(before + 1);
    backend.count = 5;
    wire.send();
    expect(await screen.findByText('5 lamps')).toBeInTheDocument();
  });
});
