import { expect, test, type Page } from '@playwright/test';
import { enter } from './enter';

const rowOf = (page: Page, service: string) =>
  page.getByRole('row', { name: new RegExp(`^${service}\\b`) });

test('a developer gets from a service into its tools: from the hub, its page and the search', async ({
  page,
  context,
}) => {
  await enter(page);
  const payments = rowOf(page, 'Payments');
  await expect(payments).toBeVisible();
  // As in every table: down to the row, and to its last button.
  const isReached = () =>
    payments.evaluate(row => row === row.ownerDocument.activeElement);
  // Notifications in the sidebar are rows, too. While the list is filled, other rows may become the first ones: then again.
  const rows = page.getByRole('grid', { name: 'Data table' }).getByRole('row');
  await expect(async () => {
    await rows.nth(1).focus();
    await expect(rows.nth(1)).toBeFocused({ timeout: 1_000 });
    for (let left = await rows.count(); left > 0; left--) {
      if (await isReached()) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('ArrowLeft');
    await expect(
      payments.getByRole('button', { name: 'Links of Payments' }),
    ).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Enter');
  const production = page.getByRole('group', { name: 'Production' });
  await expect(
    production.getByRole('menuitem', { name: 'Datadog' }),
  ).toHaveAttribute(
    'href',
    'https://datadog.kestrel-parcels.example/apm/services/payments?env=prod',
  );
  // The Argo CD of the demo company is there to be opened.
  const [argoCd] = await Promise.all([
    context.waitForEvent('page'),
    production
      .getByRole('menuitem', { name: 'Argo CD: production-eu' })
      .click(),
  ]);
  await expect(
    argoCd.getByRole('heading', { name: 'payments-production-eu' }),
  ).toBeVisible();
  await argoCd.close();

  await page.getByRole('link', { name: 'Quotes', exact: true }).click();
  const staging = page.getByRole('region', { name: 'Staging' });
  await expect(
    staging.getByRole('link', { name: 'Coralogix' }),
  ).toHaveAttribute(
    'href',
    /query=application:staging%20AND%20subsystem:quotes$/,
  );
  await expect(
    page.getByRole('region', { name: 'People' }).getByRole('link'),
  ).toHaveText(['Slack', 'PagerDuty']);

  await page.goto('/search?query=quotes%20datadog');
  const found = page.getByRole('list', { name: 'Quotes: links' });
  await expect(async () => {
    await page.reload();
    await expect(found.getByRole('link')).toHaveAttribute(
      'href',
      'https://datadog.kestrel-parcels.example/apm/services/quotes?env=prod',
      { timeout: 5_000 },
    );
  }).toPass();
});
