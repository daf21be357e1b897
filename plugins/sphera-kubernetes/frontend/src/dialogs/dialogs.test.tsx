import {
  restartDeployment,
  setAutoscalerBounds,
} from '@sphera/plugin-kubernetes-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { autoscaler, details } from '../tab/__testUtils__/answers';
import { renderTab } from '../tab/__testUtils__/renderTab';
import { ServiceOfTest } from '../tab/__testUtils__/ServiceOfTest';

const quotes = {
  cluster: 'production-eu',
  namespace: 'booking',
  name: 'quotes',
};
const argocd = { tool: 'argocd', owner: 'quotes-production' } as const;

function serviceWith(fields: Parameters<typeof details>[0]) {
  const service = new ServiceOfTest();
  service.deployments = [details(fields)];
  return service;
}

const lockOn = (action: 'restart' | 'scale') => ({
  id: 'lock-1',
  actions: [action],
  reason: 'incident 4711',
  placedBy: 'user:default/dana',
  placedAt: new Date().toISOString(),
});

async function openRestart() {
  await userEvent.click(await screen.findByRole('button', { name: 'Restart' }));
  const dialog = await screen.findByRole('dialog', {
    name: 'Restart quotes in production-eu',
  });
  const reason = within(dialog).getByRole('textbox', { name: /Reason/ });
  await waitFor(() => expect(reason).toHaveFocus());
  return dialog;
}

async function openBounds() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Change bounds' }),
  );
  return screen.findByRole('dialog', {
    name: 'Bounds of quotes in production-eu',
  });
}

async function setMaximum(text: string) {
  const field = screen.getByRole('textbox', { name: /Maximum/ });
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

describe('Restarting a deployment', () => {
  it('says what happens, asks why, and shows how far it is', async () => {
    const { service, signal } = renderTab({
      service: serviceWith({ gitOps: argocd }),
    });
    const dialog = await openRestart();
    expect(dialog).toHaveTextContent(
      'All 3 pods are replaced, one by one; all 3 stay ready.',
    );
    expect(dialog).toHaveTextContent('The version stays 4.12.1.');
    expect(dialog).toHaveTextContent(
      /Argo CD application quotes-production lets the restart be/,
    );
    const checks = within(dialog).getByRole('list', { name: 'Checks' });
    expect(checks).toHaveTextContent('3 of 3 pods are ready');
    expect(checks).toHaveTextContent('Disruption budget quotes lets 1 go');
    await userEvent.keyboard('connections hang{Enter}');
    await waitFor(() =>
      expect(service.changes).toEqual([
        ['restart-deployment', { ...quotes, reason: 'connections hang' }],
      ]),
    );
    const progress = await screen.findByRole('progressbar');
    expect(progress).toHaveAttribute('aria-valuenow', '1');
    expect(screen.getByText('1 of 3 new pods is ready.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Restart' })).toBeDisabled();
    Object.assign(service.deployments[0].restart!, {
      state: 'done',
      sentence: 'All 3 new pods are ready.',
    });
    signal();
    expect(await screen.findByText('All 3 new pods are ready.')).toBeVisible();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('sees a rollout that begins while it asks', async () => {
    const { service, signal } = renderTab();
    const dialog = await openRestart();
    await userEvent.keyboard('connections hang');
    service.deployments = [
      details({
        rollout: { state: 'rolling', sentence: '1 of 3 pods replaced' },
        restartable: { allowed: false, reason: 'Wait until it has ended.' },
      }),
    ];
    signal();
    expect(
      await within(dialog).findByText('A rollout has not come to its end'),
    ).toBeVisible();
    expect(
      within(dialog).getByRole('button', { name: 'Restart' }),
    ).toBeDisabled();
    expect(screen.getByRole('textbox', { name: /Reason/ })).toHaveValue(
      'connections hang',
    );
  });

  it('rests with its reason while it cannot be', async () => {
    const restartable = {
      allowed: false,
      reason: 'It was restarted 2 minutes ago. Wait until 14:05.',
    };
    renderTab({ service: serviceWith({ restartable }) });
    expect(await screen.findByText(restartable.reason)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Restart' })).toBeDisabled();
  });

  it('rests while a lock holds restarts back', async () => {
    const service = new ServiceOfTest();
    service.locks = [lockOn('restart')];
    renderTab({ service });
    expect(
      await screen.findByText('Restarts are locked: incident 4711'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Restart' })).toBeDisabled();
    expect(screen.getByRole('button', { name: 'Change bounds' })).toBeEnabled();
  });

  it('rests for who may not', async () => {
    renderTab({ may: ({ permission }) => !/restart/.test(permission.name) });
    const button = await screen.findByRole('button', { name: 'Restart' });
    await waitFor(() => expect(button).toBeDisabled());
    expect(button).toHaveAccessibleDescription(
      'You may not do this here: Restart',
    );
  });

  it('says why it was refused', async () => {
    const { service } = renderTab();
    service.fail(restartDeployment, 422, 'A rollout is in progress');
    await openRestart();
    await userEvent.keyboard('connections hang{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'A rollout is in progress',
    );
  });
});

describe('Changing the bounds of an autoscaler', () => {
  it('shows what they take up, and sets them for a time', async () => {
    const { service } = renderTab();
    const dialog = await openBounds();
    expect(dialog).toHaveTextContent('Now: 3 pods run · cpu 71%, target 65%');
    expect(screen.getByRole('button', { name: 'Set bounds' })).toBeDisabled();
    await setMaximum('10');
    expect(
      within(dialog).getByRole('img', { name: /^2 to 10 pods/ }),
    ).toBeVisible();
    expect(
      within(dialog).getByRole('row', { name: 'CPU 1 core 3 cores → 5 cores' }),
    ).toBeVisible();
    expect(dialog).toHaveTextContent('4 pods, 2 cores, and 4 GiB more at most');
    await userEvent.click(screen.getByRole('button', { name: /How long/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'For 6 hours' }),
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'spring sale{Enter}',
    );
    await waitFor(() =>
      expect(service.changes).toEqual([
        [
          'set-autoscaler-bounds',
          {
            ...quotes,
            minReplicas: 2,
            maxReplicas: 10,
            reason: 'spring sale',
            expiresIn: 'PT6H',
          },
        ],
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('stays current while it is open, and keeps what was typed', async () => {
    const { service, signal } = renderTab();
    const dialog = await openBounds();
    await setMaximum('8');
    service.deployments = [
      details({
        autoscalers: [
          autoscaler({
            minReplicas: 3,
            currentReplicas: 5,
            desiredReplicas: 5,
          }),
        ],
      }),
    ];
    signal();
    expect(await within(dialog).findByText(/Now: 5 pods run/)).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Minimum/ })).toHaveValue('3');
    expect(screen.getByRole('textbox', { name: /Maximum/ })).toHaveValue('8');
  });

  it('refuses what the guardrails do not allow, as it is typed', async () => {
    renderTab();
    await openBounds();
    await setMaximum('11');
    expect(
      await screen.findByText('Cannot be 11. Allowed now: 3 to 10.'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Set bounds' })).toBeDisabled();
    await setMaximum('9');
    await waitFor(() => expect(screen.queryByText(/Cannot be/)).toBeNull());
  });

  it('warns of large changes, and of who sets them back', async () => {
    const small = autoscaler({ maxReplicas: 4, gitOps: argocd });
    renderTab({ service: serviceWith({ autoscalers: [small] }) });
    const dialog = await openBounds();
    expect(dialog).toHaveTextContent(
      /Argo CD application quotes-production will set it back at its next sync/,
    );
    await setMaximum('10');
    expect(dialog).toHaveTextContent(/up to 2.5 times as many pods/);
  });

  it('shows what the backend refuses at the field', async () => {
    const { service } = renderTab();
    service.fail(setAutoscalerBounds, 422, 'maxReplicas cannot be 8', {
      fields: [
        { field: 'maxReplicas', message: 'cannot be 8. Allowed now: 3 to 7' },
      ],
    });
    await openBounds();
    await setMaximum('8');
    await userEvent.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      'spring sale{Enter}',
    );
    expect(
      await screen.findByText('Cannot be 8. Allowed now: 3 to 7.'),
    ).toBeVisible();
  });

  it('rests while a lock holds scaling back', async () => {
    const service = new ServiceOfTest();
    service.locks = [lockOn('scale')];
    renderTab({ service });
    expect(
      await screen.findByText('Scaling is locked: incident 4711'),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Change bounds' }),
    ).toBeDisabled();
  });
});
