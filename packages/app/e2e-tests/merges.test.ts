import { expect, type Page, test } from '@playwright/test';
import { MADE } from './creations';
import { enter } from './enter';

test.describe.configure({ timeout: 600_000 });

/** Of Mei Lin, from packages/dev-fleet: its build passed. */
const pullRequest = () =>
  `http://127.0.0.1:${process.env.SPHERA_TEST_CLUSTERS_PORT}/kestrel-parcels/quotes/pull/6`;

const merge = (page: Page) =>
  page.getByRole('button', { name: 'Merge pull request' });

/** Looks at GitHub's page until its button is so. */
async function untilMerge(page: Page, is: 'open' | 'refused') {
  await expect(async () => {
    await page.goto(pullRequest());
    const button = expect(merge(page));
    await (is === 'open' ? button.toBeEnabled : button.toBeDisabled).call(
      button,
      { timeout: 1_000 },
    );
  }).toPass(MADE);
}

test('while merges are frozen, GitHub itself refuses the merge and says why', async ({
  page,
}) => {
  await untilMerge(page, 'open');
  await enter(page);
  await page.goto('/catalog/default/component/quotes');
  await page.getByRole('button', { name: 'Freeze merges' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: /Reason/ })
    .fill('The prices of the sale are being checked');
  await dialog.getByRole('button', { name: 'Freeze merges' }).click();
  await expect(dialog).toBeHidden();

  await untilMerge(page, 'refused');
  await expect(async () => {
    await page.goto(pullRequest());
    await expect(
      page.getByText(/The prices of the sale are being checked/),
    ).toBeVisible({ timeout: 1_000 });
  }).toPass(MADE);

  await page.goto('/locks/merges?repository=kestrel-parcels%2Fquotes');
  await expect(
    page.getByText('The prices of the sale are being checked').first(),
  ).toBeVisible(MADE);

  await page.goto('/catalog/default/component/quotes');
  await page
    .getByRole('button', { name: /^Unfreeze/ })
    .first()
    .click();
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('They are right');
  await dialog.getByRole('button', { name: /^Unfreeze/ }).click();
  await expect(dialog).toBeHidden();
  await untilMerge(page, 'open');
  await merge(page).click();
  await expect(page.getByText('merged').first()).toBeVisible();
});
