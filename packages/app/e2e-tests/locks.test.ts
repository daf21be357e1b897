import {
  expect,
  test,
  type APIRequestContext,
  type Browser,
  type Page,
} from '@playwright/test';
import { enter } from './enter';
import { HEARD, listening } from './listening';

/** The demo pipeline's token in app-config.yaml. */
const pipeline = {
  authorization: 'Bearer laptop-pipeline-9hXw2vQkT7sRz4Lp8NcYb3Gd',
};

async function gate(
  request: APIRequestContext,
  service: string,
  action = 'deploy',
) {
  const response = await request.get('/api/sphera-locks/v1/gate', {
    headers: pipeline,
    params: { service, environment: 'production', action },
  });
  return response.json();
}

async function colleague(browser: Browser) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await enter(page);
  return page;
}

/** Takes the newest lock on the page off: `Unlock` or, for a freeze, `Unfreeze`. */
async function takeOff(page: Page, name: string, reason: string) {
  const main = page.getByRole('main');
  await main.getByRole('button', { name }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name }).click();
  await expect(dialog).toBeHidden();
}

test('a developer locks a service, everybody sees it, the gate obeys, the audit log knows', async ({
  page,
  browser,
  request,
}) => {
  const reason = `card payments fail, incident ${Date.now()}`;
  await enter(page);
  await page.getByRole('searchbox').fill('captures');
  await expect(page.getByText('1 service', { exact: true })).toBeVisible();
  await page
    .getByRole('link', { name: 'Payments', exact: true })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Payments' })).toBeVisible();

  const other = await colleague(browser);
  await other.goto(page.url());
  await expect(
    other.getByText('Open: no lock holds anything back.'),
  ).toBeVisible();

  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /reason|why/i }).fill(reason);
  await dialog.getByRole('textbox', { name: /reason|why/i }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(reason).first()).toBeVisible();
  await expect(other.getByText(reason).first()).toBeVisible();

  expect(await gate(request, 'payments')).toMatchObject({
    allowed: false,
    locks: [{ reason, placedBy: 'user:default/dana' }],
  });
  expect(await gate(request, 'quotes')).toMatchObject({ allowed: true });

  await takeOff(page, 'Unlock', 'card payments work again');
  await expect(
    page.getByText('Open: no lock holds anything back.'),
  ).toBeVisible();
  await expect(
    other.getByText('Open: no lock holds anything back.'),
  ).toBeVisible();
  expect(await gate(request, 'payments')).toMatchObject({
    allowed: true,
    locks: [],
  });

  await page.getByRole('link', { name: 'Audit' }).click();
  await page.getByRole('searchbox').fill(reason);
  await expect(page.getByText(reason).first()).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: reason })).toContainText(
    /Dana/,
  );

  await page.getByRole('button', { name: 'Verify' }).click();
  await expect(page.getByText(/records/i).first()).toBeVisible();
});

test('everything is locked in two clicks and a reason; a banner shows in every open browser', async ({
  page,
  browser,
  request,
}) => {
  const reason = `the database is being moved ${Date.now()}`;
  await enter(page);
  const other = await (await browser.newContext()).newPage();
  const untilItListens = listening(other, 'sphera-locks');
  await enter(other);
  // The promise is for a page that is open, and whose connection stands.
  await untilItListens();

  await page.getByRole('link', { name: 'Locks', exact: true }).first().click();
  await page.getByRole('button', { name: 'Lock everything' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /reason|why/i }).fill(reason);
  await dialog.getByRole('button', { name: 'Lock everything' }).click();
  await expect(other.getByText(reason).first()).toBeVisible(HEARD);
  await expect(page.getByText(reason).first()).toBeVisible();

  expect(await gate(request, 'quotes')).toMatchObject({ allowed: false });
  const text = await request.get('/api/sphera-locks/v1/gate', {
    headers: pipeline,
    params: { service: 'quotes', environment: 'production', format: 'text' },
  });
  expect(await text.text()).toMatch(/^LOCKED/);

  await takeOff(page, 'Unlock', 'the database has moved');
  await expect(other.getByText(reason)).toHaveCount(0);
  expect(await gate(request, 'quotes')).toMatchObject({ allowed: true });
});

test('merges are frozen and let through again', async ({ page, request }) => {
  const reason = `release week ${Date.now()}`;
  await enter(page);
  await page.getByRole('link', { name: 'Locks', exact: true }).first().click();
  await page.getByRole('button', { name: 'Freeze merges' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /reason|why/i }).fill(reason);
  await dialog.getByRole('button', { name: 'Freeze merges' }).click();
  await expect(page.getByText(reason).first()).toBeVisible();
  expect(await gate(request, 'quotes', 'merge')).toMatchObject({
    allowed: false,
  });
  expect(await gate(request, 'quotes', 'deploy')).toMatchObject({
    allowed: true,
  });
  await takeOff(page, 'Unfreeze', 'released');
  await expect(page.getByText(reason)).toHaveCount(0);
});

/** The weekday in so many days. */
const dayIn = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('en', {
    weekday: 'long',
    timeZone: 'UTC',
  });

test('a window is previewed, set and taken away', async ({ page }) => {
  await enter(page);
  await page.goto('/locks/windows');
  await page
    .getByRole('button', { name: /window/i })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  // One that is not open now, on whichever day this runs: it would lock everything.
  for (const [field, day] of [
    [/Begins on/, dayIn(2)],
    [/Ends on/, dayIn(3)],
  ] as const) {
    await dialog.getByRole('button', { name: field }).click();
    await page.getByRole('option', { name: day }).click();
  }
  await dialog
    .getByRole('textbox', { name: /reason|why/i })
    .fill('weekends are quiet');
  await expect(dialog.getByRole('listitem')).toHaveCount(5);
  await dialog.getByRole('button', { name: /create|set/i }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('weekends are quiet')).toBeVisible();

  await page
    .getByRole('button', { name: /^Delete/ })
    .first()
    .click();
  const confirmation = page.getByRole('dialog');
  await confirmation.getByRole('textbox').fill('people work on Saturdays now');
  await confirmation.getByRole('button', { name: /^Delete/ }).click();
  await expect(page.getByText('weekends are quiet')).toHaveCount(0);
});
