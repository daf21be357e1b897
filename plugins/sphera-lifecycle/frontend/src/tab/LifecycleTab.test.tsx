import { getLifecycle, refreshFacts } from '@sphera/plugin-lifecycle-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  fact,
  hoursAgo,
  lifecycle,
  stage,
  step,
} from '../__testUtils__/answers';
import { LifecyclesOfTest } from '../__testUtils__/LifecyclesOfTest';
import { renderTab } from '../__testUtils__/renderLifecycles';

const open = (fields: Parameters<typeof lifecycle>[0] = {}) => {
  const lifecycles = new LifecyclesOfTest();
  lifecycles.lifecycle = lifecycle(fields);
  return renderTab({ lifecycles });
};

const stations = async () =>
  within(await screen.findByRole('list', { name: 'Path' })).getAllByRole(
    'listitem',
  );

describe('the life cycle of a service', () => {
  it('says in which stage it is, since when, and what to do next', async () => {
    open();
    expect(
      await screen.findByRole('heading', { name: 'Staging: stage 2 of 3' }),
    ).toBeVisible();
    expect(screen.getByText('3 days ago')).toBeVisible();
    expect(
      screen.getByText(/^See its deployments: 1 of 2 pods are ready/),
    ).toHaveTextContent(
      'Next: See its deployments: 1 of 2 pods are ready in staging-eu.',
    );
    expect(screen.getByText(/Begun by/)).toHaveTextContent('dana');
  });

  it('says that the service was there before, where it was', async () => {
    open({ beganBy: undefined });
    expect(
      await screen.findByText(
        /The service was there before its life cycle was kept/,
      ),
    ).toBeVisible();
  });

  it('says that it is stuck, and that a step is broken', async () => {
    open({ isStuck: true, broken: 2 });
    expect(await screen.findByText('stuck')).toBeVisible();
    expect(screen.getByText('2 broken')).toBeVisible();
  });

  it('says that the path is walked to its end', async () => {
    open({ isComplete: true, next: undefined });
    expect(
      await screen.findByText(/Its path is walked to the end/),
    ).toBeVisible();
  });

  it('is drawn as a path, each stage with its state in words', async () => {
    open();
    expect((await stations()).map(one => one.textContent)).toEqual([
      'Ci done',
      'Staging now, 1 of 2 steps',
      'Production ahead',
      'Retired at the end',
    ]);
    expect((await stations())[1]).toHaveAttribute('aria-current', 'step');
  });

  it('marks a stage on the path whose facts fail now, and opens it', async () => {
    open({
      stages: [
        stage('ci', 'done', [
          step({
            state: 'broken',
            facts: [fact({ state: 'fails', sentence: 'Build 42 failed' })],
          }),
        ]),
        stage('staging', 'present', []),
      ],
    });
    expect((await stations())[0]).toHaveTextContent('1 broken');
    expect(screen.getByText(/Build 42 failed\./)).toBeVisible();
  });

  it('shows what a passed stage still asks of a service that was there before', async () => {
    open({
      stages: [
        stage('ci', 'done', [step(), step({ name: 'image', state: 'open' })]),
        stage('staging', 'present', []),
      ],
    });
    expect((await stations())[0]).toHaveTextContent('passed, 1 to do');
    expect(screen.getByRole('list', { name: 'Steps of Ci' })).toBeVisible();
  });

  it('shows what is to do above the stages that ask for nothing now', async () => {
    open();
    const present = await screen.findByRole('heading', { name: 'Staging' });
    const others = screen.getByRole('heading', { name: 'Other stages' });
    const done = screen.getByRole('heading', { name: 'Ci' });
    expect(present.compareDocumentPosition(others)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(others.compareDocumentPosition(done)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
  });

  it('names people and teams that evidence speaks of', async () => {
    const owned = fact({ sentence: 'Its owner is group:default/booking' });
    open({ stages: [stage('ci', 'present', [step({ facts: [owned] })])] });
    const facts = await screen.findByRole('list', { name: /^Facts of/ });
    expect(facts).toHaveTextContent('Its owner is booking.');
    expect(
      within(facts).getByRole('link', { name: 'booking' }),
    ).toHaveAttribute('href', '/catalog/default/group/booking');
  });

  it('has the present stage open, and shows another where one asks for it on the path', async () => {
    open();
    const present = await screen.findByRole('list', {
      name: 'Steps of Staging',
    });
    expect(within(present).getAllByRole('heading')).toHaveLength(2);
    expect(screen.queryByText('It is healthy in production')).toBeNull();
    await userEvent.click(
      screen.getByRole('button', { name: 'Production ahead' }),
    );
    expect(
      await screen.findByText('It is healthy in production'),
    ).toBeVisible();
    expect(screen.getByText('Waits for the stage Staging.')).toBeVisible();
  });

  it('shows what proves a step, with what was seen, when, and where', async () => {
    open();
    const facts = await screen.findByRole('list', {
      name: 'Facts of It is healthy in staging',
    });
    expect(facts).toHaveTextContent('Healthy in staging. Does not hold.');
    expect(facts).toHaveTextContent('1 of 2 pods are ready in staging-eu.');
    expect(facts).toHaveTextContent('Seen 2 hours ago.');
    expect(
      within(facts).getByRole('link', { name: 'Deployments' }),
    ).toHaveAttribute('href', '/catalog/default/component/quotes/deployments');
  });

  it('marks a fact that nobody could look at again, and says why', async () => {
    const stale = { since: hoursAgo(1), sentence: 'GitHub does not answer' };
    open({
      stages: [stage('ci', 'present', [step({ facts: [fact({ stale })] })])],
    });
    expect(await screen.findByText('may be out of date')).toBeVisible();
    expect(screen.getByText(/Looks fail/)).toHaveTextContent(
      'Looks fail, the first 1 hour ago: GitHub does not answer.',
    );
  });

  it('says of a fact that nobody has looked yet', async () => {
    const unseen = fact({ state: 'unknown', seenAt: undefined });
    open({ stages: [stage('ci', 'present', [step({ facts: [unseen] })])] });
    expect(await screen.findByText('Nobody has looked yet.')).toBeVisible();
  });

  it('names steps that are not needed, and those that are optional', async () => {
    open({
      stages: [
        stage('resources', 'present', [
          step({ name: 'a', title: 'Skipped', state: 'skipped' }),
          step({ name: 'b', title: 'Extra', state: 'open', isOptional: true }),
        ]),
      ],
    });
    const [skipped, extra] = within(
      await screen.findByRole('list', { name: 'Steps of Resources' }),
    )
      .getAllByRole('heading')
      .map(heading => heading.parentElement);
    expect(skipped).toHaveTextContent('Skippednot needed');
    expect(extra).toHaveTextContent('Extrato dooptional');
  });

  it('follows what changes while somebody looks', async () => {
    const { lifecycles, signal } = open();
    await stations();
    lifecycles.lifecycle = lifecycle({ stage: 'production' });
    await signal();
    expect(
      await screen.findByRole('heading', { name: 'Production: stage 3 of 3' }),
    ).toBeVisible();
  });

  it('has every source look again where one asks for it', async () => {
    const { lifecycles } = open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Look again' }),
    );
    expect(await screen.findByText('Every source was asked.')).toBeVisible();
    expect(lifecycles.lastAsked(refreshFacts)).toEqual({
      service: 'component:default/quotes',
    });
  });
});

describe('a life cycle that cannot be shown', () => {
  const failing = (status: number, message: string) => {
    const lifecycles = new LifecyclesOfTest();
    lifecycles.fail(getLifecycle, { status, message });
    return renderTab({ lifecycles });
  };

  it('offers to try again', async () => {
    const { lifecycles } = failing(503, 'It rests');
    expect(await screen.findByText('It rests')).toBeVisible();
    lifecycles.fail(getLifecycle);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await stations()).toHaveLength(4);
  });

  it('says that none is kept of what is no service', async () => {
    failing(404, 'There is none');
    expect(
      await screen.findByText('No life cycle is kept of it'),
    ).toBeVisible();
  });

  it('stays as it was, and says so, where newer facts do not come', async () => {
    const { lifecycles, signal } = open();
    await stations();
    lifecycles.fail(getLifecycle, { status: 500, message: 'It broke' });
    await signal();
    expect(
      await screen.findByText('Newer facts could not be loaded'),
    ).toBeVisible();
    expect(await stations()).toHaveLength(4);
  });
});
