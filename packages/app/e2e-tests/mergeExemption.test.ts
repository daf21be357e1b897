import { expect, test, type Page } from '@playwright/test';
import { MADE } from './creations';
import { enterAs } from './enter';

/** Of Sofia Almeida, from packages/dev-fleet; its page looks again every few seconds. */
const onGitHub = () =>
  `http://127.0.0.1:${process.env.SPHERA_TEST_CLUSTERS_PORT}/kestrel-parcels/dispatch/pull/5`;

async function freeze(page: Page, reason: string) {
  await page.goto('/catalog/default/component/dispatch');
  await page.getByRole('button', { name: 'Freeze merges' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /reason|why/i }).fill(reason);
  await dialog.getByRole('button', { name: 'Freeze merges' }).click();
  await expect(dialog).toBeHidden();
}

async function unfreeze(page: Page, reason: string) {
  await page.goto('/catalog/default/component/dispatch');
  await page.getByRole('button', { name: `Unfreeze: ${reason}` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('All is counted');
  await dialog.getByRole('button', { name: 'Unfreeze' }).click();
  await expect(dialog).toBeHidden();
}

test('a label by somebody who may lets one pull request through, on the record', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const reason = `stock taking ${Date.now()}`;
  await enterAs(page, 'Sofia Almeida');
  await freeze(page, reason);

  // Whoever sits at the laptop is Dana on GitHub, who may exempt.
  await page.goto(onGitHub());
  await expect(page.getByText(`Merges are frozen: ${reason}`)).toBeVisible(
    MADE,
  );
  await page.getByRole('button', { name: 'merge-anyway' }).click();
  await expect(
    page.getByText('Exempt from the freeze: dana-okafor').first(),
  ).toBeVisible(MADE);
  await expect(
    page.getByRole('button', { name: 'Merge pull request' }),
  ).toBeEnabled(MADE);

  await page.goto('/locks/merges?text=dispatch');
  await expect(
    page.getByText('2 open pull requests, 1 held, 1 exempt'),
  ).toBeVisible(MADE);

  await page.goto(`/audit?text=${encodeURIComponent(reason)}`);
  await expect(
    page.getByRole('row', { name: /exempted pull request/ }),
  ).toContainText('Dana Okafor');

  await unfreeze(page, reason);
});
