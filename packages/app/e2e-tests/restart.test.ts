import { expect, test, type Page } from '@playwright/test';
import { enter } from './enter';

const place = { cluster: 'staging-us', namespace: 'booking', name: 'bookings' };

/** From the front page to the deployments of Dana's own service in one cluster. */
async function openDeployment(page: Page) {
  await enter(page);
  await page.goto('/catalog/default/component/bookings');
  await page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name: 'Deployments' })
    .click();
  await page
    .getByRole('navigation', { name: 'Deployments of this service' })
    .getByRole('link', { name: place.cluster })
    .click();
  await expect(
    page.getByRole('heading', { name: `bookings in ${place.cluster}` }),
  ).toBeVisible();
}

test('a developer restarts a deployment, and sees it until its new pods are ready', async ({
  page,
}) => {
  const reason = `connections hang ${Date.now()}`;
  await openDeployment(page);
  await page.getByRole('button', { name: 'Restart', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/pods are replaced/)).toBeVisible();
  await dialog.getByRole('textbox', { name: /reason/i }).fill(reason);
  await dialog.getByRole('button', { name: 'Restart' }).click();
  await expect(dialog).toBeHidden();

  await expect(
    page.getByRole('progressbar', { name: 'New pods that are ready' }),
  ).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Restart', exact: true }),
  ).toBeDisabled();
  await expect(page.getByText(reason)).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveCount(0, {
    timeout: 120_000,
  });
  await expect(page.getByText(/pods were replaced in/)).toBeVisible();

  await page.getByRole('link', { name: 'Audit' }).click();
  await page.getByRole('searchbox').fill(reason);
  await expect(
    page.getByRole('row').filter({ hasText: reason }).first(),
  ).toContainText(/Dana/);
});

test('a developer is refused bounds beyond the guardrails, and sets others for a time', async ({
  page,
}) => {
  const reason = `spring sale ${Date.now()}`;
  await openDeployment(page);
  const autoscaler = page.getByRole('region', { name: 'Autoscaler' });
  await autoscaler.getByRole('button', { name: 'Change bounds' }).click();
  const dialog = page.getByRole('dialog');
  const maximum = dialog.getByRole('textbox', { name: /Maximum/ });
  const most = Number(await maximum.inputValue());
  await maximum.fill('9999');
  await expect(dialog.getByText(/Cannot be 9999\. Allowed now/)).toBeVisible();
  await expect(
    dialog.getByRole('button', { name: 'Set bounds' }),
  ).toBeDisabled();

  await maximum.fill(String(most + 1));
  await expect(dialog.getByText(/more at most/)).toBeVisible();
  await dialog.getByRole('button', { name: /How long/ }).click();
  await page.getByRole('option', { name: 'For 1 hour' }).click();
  await dialog.getByRole('textbox', { name: /Reason/ }).fill(reason);
  await dialog.getByRole('button', { name: 'Set bounds' }).click();
  await expect(dialog).toBeHidden();
  await expect(autoscaler.getByText(reason)).toBeVisible();
  await expect(
    autoscaler.getByText(/Falls back to .* in (1 hour|59 minutes)/),
  ).toBeVisible();
  await expect(
    autoscaler.getByRole('img', { name: new RegExp(` to ${most + 1} pods`) }),
  ).toBeVisible();
});

test('a log is followed, searched and shared', async ({ page, context }) => {
  await openDeployment(page);
  await page
    .getByRole('button', { name: /^Logs of bookings/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  const log = dialog.getByRole('log');
  await expect(dialog.getByText('Following, live')).toBeVisible();
  const count = dialog.getByText(/^[\d,]+ lines$/);
  const before = await count.textContent();
  await expect(count).not.toHaveText(before!, { timeout: 30_000 });

  await dialog.getByRole('searchbox').fill('info');
  await expect(dialog.getByText(/\d+ matches/)).toBeVisible();
  await dialog.getByRole('searchbox').press('Enter');
  await expect(dialog.getByText(/^\d+ of \d+$/)).toBeVisible();
  await expect(log.locator('mark[data-current]')).toBeInViewport();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('log')).toBeVisible();
  await other.close();

  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(log).toBeHidden();
});
