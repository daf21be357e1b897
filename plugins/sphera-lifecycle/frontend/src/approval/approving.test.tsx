import {
  approveStep,
  type Lifecycle,
  rejectStep,
  requestApproval,
  type Step,
} from '@sphera/plugin-lifecycle-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  approvalStep,
  askedStep,
  dana,
  hoursAgo,
  lifecycleAt,
  noor,
} from '../__testUtils__/answers';
import { LifecyclesOfTest } from '../__testUtils__/LifecyclesOfTest';
import { renderTab } from '../__testUtils__/renderLifecycles';

const open = (only: Step, afterwards?: Lifecycle) => {
  const lifecycles = new LifecyclesOfTest();
  lifecycles.lifecycle = lifecycleAt(only);
  lifecycles.afterwards = afterwards;
  return renderTab({ lifecycles });
};

const button = (name: string) => screen.findByRole('button', { name });

const mine = ['group:default/booking'];

describe('an approval', () => {
  it('names who has to give it', async () => {
    open(approvalStep());
    expect(await screen.findByText(/^To be approved by/)).toHaveTextContent(
      'To be approved by platform.',
    );
  });

  it('is asked for with a comment, and then waits for them', async () => {
    const { lifecycles } = open(approvalStep(), lifecycleAt(askedStep(dana)));
    await userEvent.click(
      await button('Request approval: It may go to production'),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Comment/ }),
      'Dashboards are there',
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Ask' }));
    expect(await screen.findByText(/^Waits for/)).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(lifecycles.lastAsked(requestApproval)).toEqual({
      service: 'component:default/quotes',
      step: 'go',
      comment: 'Dashboards are there',
    });
  });

  it('says at the comment what is wrong with it', async () => {
    open(approvalStep());
    await userEvent.click(
      await button('Request approval: It may go to production'),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Ask' }));
    expect(
      await within(dialog).findByText('Must not be empty: write a comment.'),
    ).toBeVisible();
  });

  it('says who asked, when, and with which words', async () => {
    open(askedStep());
    expect(await screen.findByText('All dashboards are there')).toBeVisible();
    expect(
      screen.getByText('asked', { exact: false, selector: 'figcaption' }),
    ).toHaveTextContent('noor asked 1 hour ago');
  });

  it('is given by an approver, with a comment', async () => {
    const { lifecycles } = open(askedStep(noor, mine));
    await userEvent.click(await button('Approve: It may go to production'));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Comment/ }),
      'Looks good',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    await waitFor(() =>
      expect(lifecycles.lastAsked(approveStep)).toMatchObject({
        step: 'go',
        comment: 'Looks good',
      }),
    );
    expect(await screen.findByText('All dashboards are there')).toBeVisible();
  });

  it('is refused by an approver, who says what is missing', async () => {
    const { lifecycles } = open(askedStep(noor, mine));
    await userEvent.click(await button('Reject: It may go to production'));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /What is missing/ }),
      'No runbook',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Reject' }),
    );
    await waitFor(() =>
      expect(lifecycles.lastAsked(rejectStep)).toMatchObject({
        comment: 'No runbook',
      }),
    );
    expect(await screen.findByText('All dashboards are there')).toBeVisible();
  });

  it('stays in its dialog with the reason where the backend says no', async () => {
    const { lifecycles } = open(askedStep(noor, mine));
    lifecycles.fail(approveStep, {
      status: 409,
      message: 'It was answered meanwhile',
    });
    await userEvent.click(await button('Approve: It may go to production'));
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Comment/ }),
      'Fine',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Approve' }),
    );
    expect(
      await within(dialog).findByText('It was answered meanwhile'),
    ).toBeVisible();
  });

  it.each([
    [
      'asked for it',
      askedStep(dana, mine),
      'You asked for it yourself, so that somebody else has to answer.',
    ],
    ['is no approver', askedStep(noor), 'You are none of its approvers.'],
  ])('is not open to whoever %s, and says so', async (_who, only, words) => {
    open(only);
    expect(await screen.findByText(words)).toBeVisible();
    const approve = await button('Approve: It may go to production');
    expect(approve).toBeDisabled();
    expect(approve).toHaveAccessibleDescription(words);
    expect(await button('Reject: It may go to production')).toBeDisabled();
  });

  it('is open to whoever is in a group within an approving one', async () => {
    const step = askedStep(noor);
    open({ ...step, approval: { ...step.approval!, isYours: true } });
    expect(await button('Approve: It may go to production')).toBeEnabled();
  });

  it('shows what was said no to, and can be asked for again', async () => {
    const at = hoursAgo(1);
    open(
      approvalStep(
        {
          state: 'rejected',
          action: { kind: 'request-approval', title: 'Request approval again' },
        },
        {
          state: 'rejected',
          asked: { by: dana, at: hoursAgo(3), comment: 'Please' },
          answered: { by: noor, at, comment: 'No runbook' },
        },
      ),
    );
    expect(await screen.findByText('No runbook')).toBeVisible();
    expect(
      await button('Request approval again: It may go to production'),
    ).toBeEnabled();
  });

  it('is taken as given for a service that was there before', async () => {
    open(
      approvalStep({ state: 'done', action: undefined }, { state: 'adopted' }),
    );
    expect(await screen.findByText(/^Taken as given/)).toHaveTextContent(
      'Taken as given: it was there before its life cycle was kept.',
    );
  });
});
