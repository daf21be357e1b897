import { planRollback, startRollback } from '@sphera/plugin-rollback-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { hoursAgo, plan } from '../__testUtils__/answers';
import { renderRollbacks } from '../__testUtils__/renderRollbacks';
import { RollbacksOfTest } from '../__testUtils__/RollbacksOfTest';
import { StartPage } from './StartPage';

const fromTheMatrix =
  '/rollbacks/start?service=component:default/quotes&environment=production&regions=eu';

const start = (rollbacks = new RollbacksOfTest(), may?: () => boolean) =>
  renderRollbacks(<StartPage />, {
    rollbacks,
    address: fromTheMatrix,
    path: '/rollbacks/start',
    may,
  });

const button = () =>
  screen.findByRole('button', { name: 'Roll back quotes to 4.11.7' });

const giveAReason = async () =>
  userEvent.type(
    await screen.findByRole('textbox', { name: /Reason/ }),
    'card payments fail',
  );

describe('the plan', () => {
  it('shows the changed line of each file, with where it is', async () => {
    start();
    const changes = await screen.findByRole('region', {
      name: 'Changes of booking/quotes/production/eu/values.yaml',
    });
    expect(
      within(changes)
        .getAllByRole('listitem')
        .map(line => line.textContent),
    ).toEqual([
      '33 image:',
      '4−removed:   tag: "4.12.1" # by the pipeline',
      '4+added:   tag: "4.11.7" # by the pipeline',
      '55 replicas: 3',
    ]);
    expect(
      screen.getByRole('link', {
        name: /booking\/quotes\/production\/eu\/values.yaml/,
      }),
    ).toHaveAttribute('href', 'https://git.example/blob/main/production/eu');
  });

  it('names the clusters that follow, how far back it is, and who is told', async () => {
    start();
    const clusters = await screen.findByRole('table', {
      name: 'Clusters that follow',
    });
    expect(
      within(clusters).getByRole('row', { name: /production-eu Frankfurt/ }),
    ).toHaveTextContent('4.12.13');
    expect(
      screen.getByText(
        'Production: Frankfurt · 2 versions back · Slack channel #booking-deploys is told',
      ),
    ).toBeVisible();
  });

  it('warns of what cannot be taken back, and of whatever else is odd', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.planFields = {
      migrations: [{ version: '4.12.0', what: 'drops the old tariffs' }],
      warnings: ['4.11.7 ran for 1 hour only'],
    };
    start(rollbacks);
    expect(
      await screen.findByText('4.12.0: drops the old tariffs'),
    ).toBeVisible();
    expect(screen.getByText('4.11.7 ran for 1 hour only')).toBeVisible();
    expect(await button()).toBeEnabled();
  });

  it('names the locks in the way, by whom and until when', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.planFields = {
      locks: [
        {
          id: 'lock-1',
          actions: ['deploy'],
          reason: 'a move of the database',
          placedBy: 'user:default/sam',
          placedAt: hoursAgo(2),
          expiresAt: hoursAgo(-3),
          holds: 'clusters',
        },
      ],
    };
    start(rollbacks);
    const locks = await screen.findByRole('region', {
      name: 'Locks in the way',
    });
    expect(locks).toHaveTextContent('a move of the database');
    expect(locks).toHaveTextContent('placed by sam, 2 hours ago');
    expect(locks).toHaveTextContent(/ends in [23] hours/);
  });

  it('can be asked for again where it could not be worked out', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.fail(planRollback, {
      status: 422,
      message: 'values.yaml has no image.tag',
    });
    start(rollbacks);
    expect(
      await screen.findByText('values.yaml has no image.tag'),
    ).toBeVisible();
    rollbacks.fail(planRollback);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await button()).toBeEnabled();
  });
});

describe('the button', () => {
  it('starts what the page shows and leads to its progress', async () => {
    const { rollbacks } = start();
    await giveAReason();
    await userEvent.click(await button());
    expect(await screen.findByText('Another page')).toBeVisible();
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      '/rollbacks/rollback-8',
    );
    expect(rollbacks.lastAsked(startRollback)).toEqual({
      service: 'component:default/quotes',
      environment: 'production',
      regions: ['eu'],
      version: '4.11.7',
      reason: 'card payments fail',
      lock: true,
      plan: plan({ regions: ['eu'] }).id,
    });
  });

  it('takes Enter in the reason for a press, and leaves deploys open where one says so', async () => {
    const { rollbacks } = start();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: /Lock deploys of quotes/ }),
    );
    await giveAReason();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(rollbacks.lastAsked(startRollback)).toMatchObject({ lock: false }),
    );
  });

  it('asks for a reason where there is none', async () => {
    start();
    await userEvent.click(await button());
    expect(
      await screen.findByRole('textbox', { name: /Reason/ }),
    ).toBeInvalid();
  });

  it('rests while something stands in the way, and says what', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.planFields = { obstacles: ['Rollbacks are locked by dana'] };
    start(rollbacks);
    expect(await button()).toBeDisabled();
    expect(screen.getByText('Rollbacks are locked by dana')).toBeVisible();
    expect(await button()).toHaveAccessibleDescription(
      'Something stands in the way: see above.',
    );
  });

  it('rests for who may not, and says so', async () => {
    start(new RollbacksOfTest(), () => false);
    await waitFor(async () => expect(await button()).toBeDisabled());
    expect(await button()).toHaveAccessibleDescription(
      'You may not roll back quotes in Production.',
    );
  });

  it('leads to the rollback that was there first', async () => {
    const rollbacks = new RollbacksOfTest();
    rollbacks.fail(startRollback, {
      status: 409,
      message: 'A rollback of Quotes in production is under way',
      details: { rollback: 'rollback-3' },
    });
    start(rollbacks);
    await giveAReason();
    await userEvent.click(await button());
    expect(
      await screen.findByText(
        'A rollback of Quotes in production is under way',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'See that rollback' }),
    ).toHaveAttribute('href', '/rollbacks/rollback-3');
  });
});

describe('when something changes while one reads the plan', () => {
  it('says what is different now, until it is understood', async () => {
    const { rollbacks, signal } = start();
    await button();
    rollbacks.planFields = {
      ...plan({ regions: ['eu'] }),
      id: 'another plan',
      from: '4.12.2',
      files: plan({ regions: ['eu'] }).files.map(one => ({
        ...one,
        from: '4.12.2',
      })),
    };
    signal();
    expect(
      await screen.findByText(
        'booking/quotes/production/eu/values.yaml says 4.12.2 now, no longer 4.12.1.',
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Understood' }));
    expect(screen.queryByText(/no longer 4.12.1/)).toBeNull();
  });

  it('works the plan out anew where the button was too late, and starts the new one', async () => {
    const { rollbacks } = start();
    await giveAReason();
    await button();
    rollbacks.planFields = { id: 'another plan' };
    rollbacks.fail(startRollback, {
      status: 409,
      message: 'Something has changed since you looked',
    });
    await userEvent.click(await button());
    expect(
      await screen.findByText('The files in the repository have changed.'),
    ).toBeVisible();
    expect(
      screen.getByText('Something has changed since you looked'),
    ).toBeVisible();
    rollbacks.fail(startRollback);
    await userEvent.click(await button());
    expect(await screen.findByText('Another page')).toBeVisible();
    expect(rollbacks.lastAsked(startRollback)).toMatchObject({
      plan: 'another plan',
    });
  });
});

it('tells of a rollback that is under way already', async () => {
  const rollbacks = new RollbacksOfTest();
  rollbacks.layout.environments[1].active = {
    id: 'rollback-3',
    version: '4.11.6',
  };
  start(rollbacks);
  expect(
    await screen.findByText('A rollback to 4.11.6 is under way'),
  ).toBeVisible();
  expect(screen.getByRole('link', { name: 'See how it goes' })).toHaveAttribute(
    'href',
    '/rollbacks/rollback-3',
  );
});
