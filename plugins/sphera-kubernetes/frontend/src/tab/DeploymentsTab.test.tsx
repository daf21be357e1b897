import {
  getDeployment,
  listDeployments,
} from '@sphera/plugin-kubernetes-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  autoscaler,
  crashingPod,
  details,
  event,
  minutesAgo,
  pod,
  versionDrift,
} from './__testUtils__/answers';
import { renderTab } from './__testUtils__/renderTab';
import { ServiceOfTest } from './__testUtils__/ServiceOfTest';

const inStaging = { cluster: 'staging-eu', environment: 'staging' };
const inUs = { cluster: 'production-us', region: 'us', version: '4.11.0' };

function service(...deployments: ReturnType<typeof details>[]) {
  const made = new ServiceOfTest();
  if (deployments.length > 0) made.deployments = deployments;
  return made;
}

describe('The deployments tab of a service', () => {
  it('lists what runs where, environment by environment', async () => {
    const quotes = service(details(inStaging), details(), details(inUs));
    quotes.drift = [versionDrift()];
    renderTab({ service: quotes });
    const list = await screen.findByRole('navigation');
    expect(
      within(list)
        .getAllByRole('heading')
        .map(({ textContent }) => textContent),
    ).toEqual(['Staging', 'Production']);
    const us = within(list).getByRole('link', { name: /production-us/ });
    expect(us).toHaveTextContent('4.11.0');
    expect(us).toHaveTextContent('3 of 3 ready');
    expect(us).toHaveTextContent('deployed 3 days ago');
    expect(us).toHaveTextContent('Virginia');
    expect(await within(us).findByText('Version differs')).toBeVisible();
  });

  it('marks only the cluster that differs from most, as the matrix does', async () => {
    const inAp = { cluster: 'production-ap' };
    const quotes = service(details(), details(inUs), details(inAp));
    quotes.drift = [
      {
        ...versionDrift(),
        clusters: [
          { cluster: 'production-eu', value: '4.12.1' },
          { cluster: 'production-us', value: '4.11.0' },
          { cluster: 'production-ap', value: '4.12.1' },
        ],
      },
    ];
    renderTab({ service: quotes });
    expect(await screen.findAllByText('Version differs')).toHaveLength(1);
    expect(
      screen.getByRole('link', { name: /production-us/ }),
    ).toHaveTextContent('Version differs');
  });

  it('calls nothing healthy whose rollout is stuck, and says why once', async () => {
    const sentence = 'The rollout does not go on: image missing: quotes:5';
    const stuck = details({
      rollout: { state: 'stuck', sentence },
      trouble: 'Image missing: quotes:5',
      restartable: { allowed: false, reason: `${sentence}. Roll back.` },
    });
    renderTab({ service: service(stuck) });
    expect(await screen.findByText('Roll back.')).toBeVisible();
    expect(screen.queryByText('healthy')).toBeNull();
    expect(screen.getAllByText('serves, but stuck')[0]).toBeVisible();
  });

  it('opens the first that is in trouble, and stays there when the trouble is over', async () => {
    const troubled = details({
      ...inUs,
      health: 'degraded',
      trouble: 'Crash-looping: its container quotes ended with exit code 1.',
    });
    const { signal, service: quotes } = renderTab({
      service: service(details(), troubled),
    });
    const name = { name: 'quotes in production-us' };
    expect(await screen.findByRole('heading', name)).toBeVisible();
    quotes.deployments = [details(), details(inUs)];
    signal();
    await waitFor(() => expect(screen.queryByText(/Crash-looping/)).toBeNull());
    expect(screen.getByRole('heading', name)).toBeVisible();
  });

  it('opens another one, which the address names from then on', async () => {
    renderTab({ service: service(details(), details(inUs)) });
    await userEvent.click(
      await screen.findByRole('link', { name: /production-us/ }),
    );
    expect(
      await screen.findByRole('heading', { name: 'quotes in production-us' }),
    ).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '?cluster=production-us&namespace=booking&name=quotes',
    );
  });

  it('says that what the address names is not there', async () => {
    renderTab({
      address: '?cluster=production-us&namespace=booking&name=gone',
    });
    expect(
      await screen.findByText('gone is not in production-us'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /production-eu/ })).toBeVisible();
  });

  it('says which label a deployment needs where nothing runs', async () => {
    const nothing = new ServiceOfTest();
    nothing.deployments = [];
    renderTab({ service: nothing });
    expect(await screen.findByText('Nothing runs yet')).toBeVisible();
    expect(
      screen.getByText('backstage.io/kubernetes-id: quotes'),
    ).toBeVisible();
  });

  it('says that it loads, that it failed, and tries again', async () => {
    const failing = new ServiceOfTest();
    failing.fail(listDeployments, 503, 'The clusters are being read');
    renderTab({ service: failing });
    expect(
      screen.getByRole('status', { name: 'Deployments are loading' }),
    ).toBeVisible();
    expect(
      await screen.findByText('Deployments could not be loaded'),
    ).toBeVisible();
    failing.fail(listDeployments);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('navigation')).toBeVisible();
  });

  it('says that what it shows may be old once the portal does not answer', async () => {
    const { service: quotes, signal } = renderTab();
    await screen.findByRole('navigation');
    quotes.fail(listDeployments, 503, 'The portal is being restarted');
    signal();
    expect(
      await screen.findByText('Newer facts could not be loaded'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: /production-eu/ })).toBeVisible();
  });

  it('says that deployments are not open to who may not see them', async () => {
    const closed = new ServiceOfTest();
    closed.fail(listDeployments, 403, 'You may not do this: List deployments');
    renderTab({ service: closed });
    expect(
      await screen.findByText('Deployments are not open to you'),
    ).toBeVisible();
  });

  it('goes on showing what the list knows where the details fail', async () => {
    const failing = new ServiceOfTest();
    failing.fail(getDeployment, 500, 'Ask the platform team about error 17');
    renderTab({ service: failing });
    expect(
      await screen.findByText('Details could not be loaded'),
    ).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'quotes in production-eu' }),
    ).toBeVisible();
  });

  it('says as of when a cluster was seen that does not answer', async () => {
    const stale = { stale: true, observedAt: minutesAgo(20) };
    renderTab({ service: service(details(stale)) });
    expect((await screen.findAllByText(/as of/))[0]).toBeVisible();
  });
});

describe('The details of a deployment', () => {
  it('put pods in trouble first, and say what is wrong with them', async () => {
    renderTab({ service: service(details({ pods: [pod(), crashingPod()] })) });
    const pods = await screen.findByRole('region', { name: 'Pods' });
    const [first] = within(pods).getAllByRole('listitem');
    expect(first).toHaveTextContent('Crash-looping');
    expect(first).toHaveTextContent(
      /Its container quotes ended with exit code 1, 12 times/,
    );
    expect(first).toHaveTextContent('12 restarts');
    expect(first).toHaveTextContent('proxy running');
    expect(
      within(first).getByRole('button', { name: /Logs of the previous run/ }),
    ).toBeEnabled();
  });

  it('say why there are no pods', async () => {
    const off = details({
      pods: [],
      health: 'off',
      replicas: { desired: 0, ready: 0, updated: 0, available: 0 },
    });
    renderTab({ service: service(off) });
    expect(
      await screen.findByText(/this deployment is switched off/),
    ).toBeVisible();
  });

  it('draw the range of the autoscaler and name what it goes by', async () => {
    const limited = autoscaler({
      desiredReplicas: 6,
      limited: 'It would run more than 6 pods, but may not.',
      override: {
        setBy: 'user:default/dana',
        setAt: minutesAgo(60),
        reason: 'Spring sale',
        minReplicas: 2,
        maxReplicas: 6,
        fallBackTo: { minReplicas: 1, maxReplicas: 4 },
        expiresAt: minutesAgo(-181),
      },
    });
    renderTab({ service: service(details({ autoscalers: [limited] })) });
    const part = await screen.findByRole('region', { name: 'Autoscaler' });
    expect(within(part).getByRole('img')).toHaveAccessibleName(
      '2 to 6 pods, 3 now, 6 wanted; 2 to 10 allowed',
    );
    expect(part).toHaveTextContent('cpu71%65%');
    expect(part).toHaveTextContent('It would run more than 6 pods');
    expect(part).toHaveTextContent(/Set to 2 to 6 by dana, 1 hour ago/);
    expect(part).toHaveTextContent(/Falls back to 1 to 4 in 3 hours/);
  });

  it('list the events, and only the warnings where one wants', async () => {
    const quotes = service();
    quotes.events = [
      event({
        name: 'b',
        severity: 'warning',
        reason: 'BackOff',
        message: 'Back-off restarting failed container',
        count: 12,
      }),
      event(),
    ];
    renderTab({ service: quotes });
    const part = await screen.findByRole('region', { name: 'Events' });
    expect(await within(part).findByText(/Started container/)).toBeVisible();
    expect(part).toHaveTextContent('2, 1 warning');
    await userEvent.click(
      within(part).getByRole('button', { name: 'Only warnings' }),
    );
    expect(within(part).queryByText(/Started container/)).toBeNull();
    expect(part).toHaveTextContent('Back-off restarting failed container');
    expect(part).toHaveTextContent('12 times');
  });

  it('tell of revisions, containers, conditions, budgets and drift', async () => {
    const drifting = details({
      drift: [versionDrift()],
      gitOps: { tool: 'argocd', owner: 'quotes-production' },
    });
    renderTab({ service: service(drifting) });
    const revisions = await screen.findByRole('table', { name: 'Revisions' });
    expect(
      within(revisions).getByRole('row', { name: /^7 \(current\) 4.12.1/ }),
    ).toBeVisible();
    expect(
      screen.getByRole('row', { name: 'quotes 500m none 1Gi 2Gi' }),
    ).toBeVisible();
    expect(screen.getByRole('row', { name: /^Available yes/ })).toBeVisible();
    expect(screen.getByRole('row', { name: 'quotes 1 3 2' })).toBeVisible();
    expect(
      screen.getByText(/production-us runs 4.11.0, production-eu 4.12.1/),
    ).toBeVisible();
    expect(
      screen.getByText('by Argo CD application quotes-production'),
    ).toBeVisible();
  });

  it('follow what happens without being reloaded', async () => {
    const { signal, service: quotes } = renderTab();
    expect(await screen.findByText('Running')).toBeVisible();
    quotes.deployments = [details({ pods: [crashingPod()] })];
    signal();
    expect(await screen.findByText('Crash-looping')).toBeVisible();
  });
});
