import type { Step } from '@sphera/plugin-lifecycle-common';
import { planPromotion, promote } from '@sphera/plugin-rollback-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { lifecycleAt, step } from '../__testUtils__/answers';
import { LifecyclesOfTest } from '../__testUtils__/LifecyclesOfTest';
import { promotion, promotionPlan } from '../__testUtils__/promotions';
import { renderTab } from '../__testUtils__/renderLifecycles';

const open = (action: Step['action'], lifecycles = new LifecyclesOfTest()) => {
  lifecycles.lifecycle = lifecycleAt(step({ state: 'open', action }));
  return renderTab({ lifecycles });
};

describe('the action of a step', () => {
  it('leads to the form of a template, filled in with what is known', async () => {
    open({
      kind: 'template',
      title: 'Create it from the template',
      template: 'template:default/microservice',
    });
    const link = await screen.findByRole('link', {
      name: 'Create it from the template',
    });
    const [path, query] = link.getAttribute('href')!.split('?');
    expect(path).toBe('/create/templates/default/microservice');
    expect(JSON.parse(new URLSearchParams(query).get('formData')!)).toEqual({
      name: 'quotes',
      purpose: 'Prices a parcel',
      owner: 'group:default/booking',
    });
  });

  it('leads to a page of the portal', async () => {
    open({ kind: 'page', title: 'Add secrets', path: '/catalog/x/secrets' });
    expect(
      await screen.findByRole('link', { name: 'Add secrets' }),
    ).toHaveAttribute('href', '/catalog/x/secrets');
  });

  it('leads elsewhere in a tab of its own', async () => {
    open({ kind: 'link', title: 'Wiki', url: 'https://wiki.example' });
    const link = await screen.findByRole('link', { name: /Wiki/ });
    expect(link).toHaveAttribute('href', 'https://wiki.example');
    expect(link).toHaveAttribute('target', '_blank');
  });

  it('is not there where it is not the time for it', async () => {
    open(undefined);
    const steps = await screen.findByRole('list', { name: 'Steps of Staging' });
    expect(within(steps).queryByRole('button')).toBeNull();
  });
});

describe('promoting', () => {
  const action = {
    kind: 'promote',
    title: 'Promote from staging to production',
    from: 'staging',
    to: 'production',
  } as const;

  const openDialog = async (lifecycles = new LifecyclesOfTest()) => {
    open(action, lifecycles);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Promote from staging to production…',
      }),
    );
    return within(await screen.findByRole('dialog'));
  };
  const sure = { name: 'Promote 1.4.0 to Production' };

  it('shows what would change before one says yes', async () => {
    const lifecycles = new LifecyclesOfTest();
    const dialog = await openDialog(lifecycles);
    expect(
      await dialog.findByRole('region', {
        name: 'Changes of services/quotes/production/eu.yaml',
      }),
    ).toHaveTextContent('tag: 1.4.0');
    expect(dialog.getByText(/^2 clusters will follow/)).toBeVisible();
    expect(lifecycles.lastAsked(planPromotion)).toMatchObject({
      from: 'staging',
      to: 'production',
    });
  });

  it('is done with the plan that was seen, and shows the commit', async () => {
    const lifecycles = new LifecyclesOfTest();
    const dialog = await openDialog(lifecycles);
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Reason/ }),
      'ran well',
    );
    await userEvent.click(await dialog.findByRole('button', sure));
    expect(
      await dialog.findByRole('link', { name: 'Commit 3f2a91c0' }),
    ).toHaveAttribute('href', 'https://git.example/commit/3f2a91c');
    expect(dialog.getByText('1.4.0 is to run in production.')).toBeVisible();
    expect(lifecycles.lastAsked(promote)).toMatchObject({
      version: '1.4.0',
      plan: 'plan-1',
      reason: 'ran well',
    });
    // There are two: the cross at the top, and the button where one has just been.
    expect(
      dialog.getAllByRole('button', { name: 'Close' }).at(-1),
    ).toHaveFocus();
  });

  it('says of a file that has the version already that nothing changes in it', async () => {
    const lifecycles = new LifecyclesOfTest();
    const [file] = promotionPlan().files;
    lifecycles.plan = promotionPlan({
      files: [file, { ...file, path: 'us.yaml', from: '1.4.0', diff: '' }],
    });
    const dialog = await openDialog(lifecycles);
    expect((await dialog.findByText(/us.yaml/)).textContent).toBe(
      'us.yaml in deployments: has 1.4.0 already',
    );
    expect(dialog.getByText('1 file')).toBeVisible();
  });

  it('leads to the pull request where the branch takes nothing else', async () => {
    const lifecycles = new LifecyclesOfTest();
    const [commit] = promotion().commits;
    const pullRequest = { number: 7, url: 'https://git.example/pull/7' };
    lifecycles.promotion = promotion({ commits: [{ ...commit, pullRequest }] });
    const dialog = await openDialog(lifecycles);
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Reason/ }),
      'ran well',
    );
    await userEvent.click(await dialog.findByRole('button', sure));
    expect(
      await dialog.findByRole('link', { name: 'Pull request 7' }),
    ).toHaveAttribute('href', 'https://git.example/pull/7');
  });

  it('cannot be done where something is in the way, and says what', async () => {
    const lifecycles = new LifecyclesOfTest();
    lifecycles.plan = promotionPlan({
      obstacles: ['quotes does not run in staging'],
    });
    const dialog = await openDialog(lifecycles);
    expect(
      await dialog.findByText('quotes does not run in staging.'),
    ).toBeVisible();
    expect(dialog.getByRole('button', sure)).toBeDisabled();
  });

  it('shows the changes anew where they are not any more what was seen', async () => {
    const lifecycles = new LifecyclesOfTest();
    lifecycles.fail(promote, { status: 409, message: 'Something changed' });
    const dialog = await openDialog(lifecycles);
    await userEvent.type(
      dialog.getByRole('textbox', { name: /Reason/ }),
      'ran well',
    );
    const submit = await dialog.findByRole('button', sure);
    lifecycles.plan = promotionPlan({ version: '1.5.0' });
    await userEvent.click(submit);
    expect(await dialog.findByText('Something changed')).toBeVisible();
    expect(
      await dialog.findByRole('button', {
        name: 'Promote 1.5.0 to Production',
      }),
    ).toBeVisible();
  });
});
