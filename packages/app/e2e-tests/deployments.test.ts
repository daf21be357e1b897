import { expect, test, type Page } from '@playwright/test';
import { setFault, setImage } from './demoClusters';
import { enter } from './enter';
import { HEARD, listening } from './listening';

const cell = (page: Page, name: RegExp) => page.getByRole('link', { name });

async function openMatrix(page: Page) {
  await enter(page);
  await page.getByRole('link', { name: 'Deployments', exact: true }).click();
  await expect(cell(page, /^Quotes in production-eu/)).toBeVisible();
}

test('a developer sees what runs where, what differs, and goes to it', async ({
  page,
}) => {
  await openMatrix(page);
  await expect(
    cell(page, /^Bookings in production-eu: version 7.3.2, 5 of 5 ready$/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Only drift' }).click();
  await expect(page).toHaveURL(/only=drift/);
  await expect(cell(page, /^Bookings in/)).toHaveCount(0);

  await page.getByRole('button', { name: /^Drift of Quotes/ }).click();
  await expect(page.getByRole('tooltip')).toContainText('4.11.7');
  await page.keyboard.press('Escape');
  await cell(
    page,
    /^Quotes in production-us: version 4.11.7.*version differs/,
  ).click();
  await expect(
    page.getByRole('heading', { name: 'quotes in production-us' }),
  ).toBeVisible();
});

test('a change in a cluster shows in an open page', async ({ page }) => {
  const untilItListens = listening(page, 'sphera-kubernetes');
  await openMatrix(page);
  // The promise is for a page that is open, and whose connection stands.
  await untilItListens();
  await setImage(
    { cluster: 'production-eu', namespace: 'delivery', name: 'courier-web' },
    'registry.kestrel-parcels.example/courier-web:5.2.0',
  );
  await expect(
    cell(page, /^Courier app in production-eu: version 5.2.0.*rolling/),
  ).toBeVisible(HEARD);
  await expect(
    cell(page, /^Courier app in production-eu: version 5.2.0, 2 of 2 ready/),
  ).toBeVisible({ timeout: 120_000 });
});

test('a cluster that is down leaves the others alone, says since when, and comes back', async ({
  page,
}) => {
  await openMatrix(page);
  try {
    await setFault('production-ap', 'down');
    await expect(page.getByText('production-ap does not answer')).toBeVisible();
    await expect(
      cell(page, /^Bookings in production-ap: .*as of \d\d:\d\d$/),
    ).toBeVisible();
    await expect(
      cell(page, /^Bookings in production-us: version 7.3.2, 5 of 5 ready$/),
    ).toBeVisible();
  } finally {
    await setFault('production-ap', 'none');
  }
  await expect(page.getByText('production-ap does not answer')).toHaveCount(0, {
    timeout: 120_000,
  });
  await expect(
    cell(page, /^Bookings in production-ap: version 7.3.2, 5 of 5 ready$/),
  ).toBeVisible();
});

test('arrow keys lead through the matrix, Enter opens', async ({ page }) => {
  await openMatrix(page);
  // A row that comes in meanwhile is in the way: then from the beginning.
  await expect(async () => {
    await page
      .getByRole('link', { name: 'Booking pages', exact: true })
      .focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(cell(page, /^Bookings in staging-eu/)).toBeFocused({
      timeout: 1_000,
    });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(
    /bookings\/deployments\?cluster=staging-eu&namespace=booking&name=bookings/,
  );
});

test('drift is listed with what each cluster has, and counted in the hub', async ({
  page,
}) => {
  await openMatrix(page);
  await page.getByRole('tab', { name: 'Drift' }).click();
  const payments = page.getByRole('region', { name: 'Payments' });
  await expect(payments).toContainText(/still runs 2\.30\.4/);
  await expect(
    payments.getByRole('listitem').filter({ hasText: 'staging-eu' }).last(),
  ).toContainText('2.31.0');

  await page.getByRole('link', { name: 'Services', exact: true }).click();
  const row = page.getByRole('row').filter({ hasText: 'Quotes' });
  await expect(row.getByRole('list', { name: 'Versions' })).toContainText(
    '4.11.7',
  );
  await expect(row.getByRole('link', { name: /^Drift: 1/ })).toBeVisible();
});
