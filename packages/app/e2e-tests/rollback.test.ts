import { expect, test, type Page } from '@playwright/test';
import { setFault, setNeighbourFault } from './demoClusters';
import { enter } from './enter';
import {
  openStart,
  outcome,
  rollForward,
  ROLLED_OUT,
  start,
  startButton,
  startOf,
  waitUntilItRuns,
} from './rollbacks';

test.describe.configure({ timeout: 600_000 });

const quotes = {
  service: 'quotes',
  environment: 'production',
  version: '4.11.7',
};
const bookings = {
  service: 'bookings',
  environment: 'staging',
  version: '7.3.0',
};

test('a developer rolls back from the matrix, watches it until it is done, and takes it back', async ({
  page,
}) => {
  const reason = `card payments fail ${Date.now()}`;
  await enter(page);
  await page.getByRole('link', { name: 'Deployments', exact: true }).click();
  await page
    .getByRole('link', { name: 'Roll back Quotes in production-eu…' })
    .click();
  await expect(startButton(page, '4.11.7')).toBeEnabled();
  await expect(
    page.getByRole('region', { name: /^Changes of booking\/quotes/ }),
  ).toContainText('4.11.7');
  await start(page, '4.11.7', reason);

  await expect(
    page.getByRole('heading', { name: 'Rollback of Quotes in Production' }),
  ).toBeVisible();
  await expect(page.getByText(reason).first()).toBeVisible();
  const pods = page.getByRole('progressbar', {
    name: 'Pods of production-eu that run 4.11.7 and are ready',
  });
  await expect(pods).toBeVisible();
  await waitUntilItRuns(page, quotes);
  const wanted = await pods.getAttribute('aria-valuemax');
  await expect(pods).toHaveAttribute('aria-valuenow', wanted!);
  const rollback = page.url();

  const message = await page
    .getByRole('link', { name: /^Message in #/ })
    .getAttribute('href');
  await page.goto(message!);
  await expect(page.getByText(reason).first()).toBeVisible();

  await page.goto(rollback);
  await page.getByRole('link', { name: 'Lock on deploys: placed' }).click();
  await expect(page.getByText(reason).first()).toBeVisible();

  await page.getByRole('link', { name: 'Rollbacks', exact: true }).click();
  const item = page
    .getByRole('list', { name: 'Rollbacks', exact: true })
    .getByRole('listitem')
    .filter({ hasText: reason });
  await expect(item).toContainText('done');
  await item.getByRole('link', { name: 'Quotes in Production' }).click();

  await rollForward(page, '4.12.1', 'it is mended');
  await expect(
    page.getByRole('heading', { name: 'Roll-forward of Quotes in Production' }),
  ).toBeVisible();
  await waitUntilItRuns(page, { ...quotes, version: '4.12.1' });
  await page.goto('/locks');
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByText(reason)).toHaveCount(0);
});

test('a rollback is started, and taken back, with the keyboard alone', async ({
  page,
}) => {
  await openStart(page, bookings);
  await expect(page.getByRole('textbox', { name: /Reason/ })).toBeFocused();
  await page.keyboard.type('too many errors');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/rollbacks\/[0-9a-f-]{36}$/);
  await waitUntilItRuns(page, bookings);

  // What is still coming in may come between.
  await expect(async () => {
    await page.getByRole('button', { name: 'Copy link' }).focus();
    await page.keyboard.press('Tab');
    await expect(
      page.getByRole('button', { name: 'Roll forward…' }),
    ).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: /Reason/ })).toBeFocused();
  await expect(
    dialog.getByRole('button', { name: 'Roll forward to 7.3.2' }),
  ).toBeEnabled();
  await page.keyboard.type('it is mended');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { name: /^Roll-forward of Bookings/ }),
  ).toBeVisible();
  await waitUntilItRuns(page, { ...bookings, version: '7.3.2' });
});

test('where a hook of the repository refuses the push, it says so, and what to do', async ({
  page,
}) => {
  await openStart(page, bookings);
  try {
    await setNeighbourFault('git', 'hook');
    await start(page, bookings.version, 'too many errors');
    await expect(outcome(page)).toContainText(
      'What to do now: Do what the hook of main of deployments asks for',
      ROLLED_OUT,
    );
    await expect(outcome(page)).toContainText('It failed:');
    await expect(
      page.getByRole('list', { name: 'Steps' }).getByText('failed'),
    ).toHaveCount(1);
  } finally {
    await setNeighbourFault('git', 'none');
  }
});

test('a cluster that does not follow is named, and rolling forward ends the rollback', async ({
  page,
}) => {
  await openStart(page, bookings);
  try {
    await setFault('staging-us', 'down');
    await start(page, bookings.version, 'too many errors');
    const clusters = page.getByRole('list', { name: 'Clusters' });
    await expect(
      clusters.getByRole('listitem').filter({ hasText: 'staging-eu' }),
    ).toContainText('ready', ROLLED_OUT);
    await expect(
      clusters.getByRole('listitem').filter({ hasText: 'staging-us' }),
    ).toContainText('waiting');
    const rollback = page.url();
    await rollForward(page, '7.3.2', 'another way is better');
    await page.goto(rollback);
    await expect(outcome(page)).toContainText('rolled it forward before');
    await expect(
      page.getByRole('link', { name: 'It was rolled forward since' }),
    ).toBeVisible();
    await page
      .getByRole('link', { name: 'It was rolled forward since' })
      .click();
  } finally {
    await setFault('staging-us', 'none');
  }
  await waitUntilItRuns(page, { ...bookings, version: '7.3.2' });
});

test('a lock on rollbacks keeps it from starting', async ({ page }) => {
  const reason = `a migration is under way ${Date.now()}`;
  await enter(page);
  await page.goto('/catalog/default/component/bookings');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Rollbacks', { exact: true }).click();
  await dialog.getByRole('textbox', { name: /Reason/ }).fill(reason);
  await dialog.getByRole('textbox', { name: /Reason/ }).press('Enter');
  await expect(dialog).toBeHidden();

  try {
    await page.goto(startOf(bookings));
    await expect(page.getByText('Stops this rollback')).toBeVisible();
    await expect(page.getByText(reason).first()).toBeVisible();
    await expect(startButton(page, bookings.version)).toBeDisabled();
  } finally {
    await unlock(page, bookings.service, reason);
  }
  await page.goto(startOf(bookings));
  await expect(startButton(page, bookings.version)).toBeEnabled();
});

async function unlock(page: Page, service: string, lock: string) {
  await page.goto(`/catalog/default/component/${service}`);
  await page.getByRole('button', { name: `Unlock: ${lock}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('it is over');
  await dialog.getByRole('button', { name: 'Unlock' }).click();
  await expect(dialog).toBeHidden();
}
