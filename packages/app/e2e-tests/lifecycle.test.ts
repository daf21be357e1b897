import { expect, type Page, test } from '@playwright/test';
import { choose, create, fillIn, MADE, theEnd } from './creations';
import { enter, enterAs } from './enter';

test.describe.configure({ timeout: 900_000 });
test.use({ actionTimeout: 60_000 });

const NAME = 'parcel-scales';
const TAB = `/catalog/default/component/${NAME}/lifecycle`;

/** The stage that is drawn as the present one. */
const presentStage = (page: Page) =>
  page.getByRole('list', { name: 'Path' }).locator('[aria-current=step]');

/** Opens the tab, and has every source look until the service is in a stage. */
async function reach(page: Page, stage: string) {
  await page.goto(TAB);
  await expect(async () => {
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(page.getByText('Every source was asked.')).toBeVisible();
    await expect(presentStage(page)).toContainText(stage, { timeout: 2_000 });
  }).toPass(MADE);
}

async function say(page: Page, button: string, comment: string) {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Comment/ }).fill(comment);
  await dialog.locator('button[type=submit]').click();
  await expect(dialog).toBeHidden();
}

/** Dana asks, and finds that she cannot answer herself; Noor of the platform team says yes. */
async function haveApproved(page: Page, step: string) {
  await say(page, `Request approval: ${step}`, 'All is written down');
  await expect(
    page.getByRole('button', { name: `Approve: ${step}` }),
  ).toBeDisabled();
  const other = await page.context().browser()!.newContext();
  try {
    const noor = await other.newPage();
    await enterAs(noor, 'Noor Haddad');
    await noor.goto(TAB);
    await say(noor, `Approve: ${step}`, 'I have read it');
  } finally {
    await other.close();
  }
}

test('a new service walks from design review to production', async ({
  page,
}) => {
  await enter(page);
  await choose(page, 'Microservice');
  await fillIn(page, {
    template: 'Microservice',
    name: NAME,
    purpose: 'Weighs parcels',
  });
  await create(page);
  await expect(theEnd(page)).toBeVisible(MADE);

  await reach(page, 'Design review');
  await haveApproved(page, 'Review of the design');
  await reach(page, 'Production readiness');
  await haveApproved(page, 'Go for production');
  await expect(presentStage(page)).toContainText('Production now', MADE);
  await page
    .getByRole('button', { name: 'Promote from Staging to Production…' })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('It weighs well');
  await dialog
    .getByRole('button', { name: /^Promote .* to Production/ })
    .click();
  await expect(dialog.getByRole('link', { name: /^Commit/ })).toBeVisible(MADE);
  await dialog
    .getByRole('button', { name: 'Close', exact: true })
    .last()
    .click();
  await expect(async () => {
    await page.getByRole('button', { name: 'Look again' }).click();
    await expect(
      page.getByText('Its path is walked to the end', { exact: false }),
    ).toBeVisible({ timeout: 2_000 });
  }).toPass(MADE);

  await page.goto('/life-cycles');
  await page.getByRole('searchbox').fill(NAME);
  await expect(
    page
      .getByRole('region', { name: /^Production/ })
      .getByText(/Parcel scales/),
  ).toBeVisible();
});
