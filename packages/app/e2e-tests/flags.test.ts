import { expect, test, type Page } from '@playwright/test';
import { flagInCluster, setFlagFault } from './demoClusters';
import { enter } from './enter';

test.describe.configure({ timeout: 600_000 });

/** How long a roll-out through the four rings of the demo company may take. */
const ROLLED_OUT = { timeout: 240_000 };

const section = (page: Page, name: string) =>
  page.getByRole('region', { name, exact: true });

/** What is said of the clusters of the flag whose page this is. */
const clusters = (page: Page) => section(page, 'Clusters');

async function openFlag(page: Page, flag: string) {
  await page.goto(`/flags/f/${flag}`);
  await expect(page.getByRole('heading', { name: flag })).toBeVisible();
}

async function giveReason(page: Page, button: string, reason: string) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Reason/ }).fill(reason);
  await dialog.getByRole('button', { name: button }).click();
}

/** Creates a boolean of the Quotes that is off everywhere, as somebody of the booking team. */
async function create(page: Page, flag: string) {
  await enter(page);
  await page.goto('/flags/new?service=component:default/quotes');
  await page.getByRole('textbox', { name: /^Key/ }).fill(flag);
  await page.getByRole('textbox', { name: /^Reason/ }).fill('we try it');
  await page.getByRole('button', { name: 'Create flag' }).click();
  await expect(page.getByRole('heading', { name: flag })).toBeVisible();
  await expect(clusters(page)).toContainText('5 in step');
}

test('a developer creates a flag, splits it, switches it off everywhere in two clicks, and puts it back', async ({
  page,
}) => {
  const flag = `quick-quotes-${Date.now()}`;
  await enter(page);
  await page.goto('/catalog/default/component/quotes/flags');
  await page.getByRole('link', { name: 'New flag' }).click();
  await page.getByRole('textbox', { name: /^Key/ }).fill(flag);
  await page.getByRole('radio', { name: 'By percentage' }).click();
  const share = page.getByRole('textbox', { name: '% on' });
  await share.fill('25');
  await share.press('Tab');
  await page.getByRole('textbox', { name: /^Reason/ }).fill('we try it');
  await expect(section(page, 'What changes')).toContainText('25 % on');
  await page.getByRole('button', { name: 'Create flag' }).click();

  await expect(page.getByRole('heading', { name: flag })).toBeVisible();
  await expect(clusters(page)).toContainText('5 in step');
  expect(await flagInCluster('production-ap', flag)).toContain('fractional');

  await page.getByRole('button', { name: 'Switch off everywhere…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Switch off everywhere' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect
    .poll(() => flagInCluster('production-ap', flag))
    .not.toContain('fractional');
  await expect(clusters(page)).toContainText('5 in step');

  await page
    .getByRole('button', { name: /^Put back to this point/ })
    .last()
    .click();
  await giveReason(page, 'Put back', 'it was not this one');
  await expect
    .poll(() => flagInCluster('production-ap', flag))
    .toContain('fractional');
  await expect(section(page, 'History')).toContainText('it was not this one');
});

test('a flag is rolled out ring by ring', async ({ page }) => {
  const flag = `rings-${Date.now()}`;
  await create(page, flag);
  await page.getByRole('link', { name: 'Roll out' }).click();
  await page.getByRole('button', { name: /Everybody gets/ }).click();
  await page.getByRole('option', { name: 'on', exact: true }).click();
  await page.getByRole('textbox', { name: /^Reason/ }).fill('it works');
  await page.getByRole('button', { name: /^Start/ }).click();
  await expect(page).toHaveURL(/\/flags\/rollouts\/[0-9a-f-]{36}$/);

  const pause = page.getByRole('button', { name: 'Pause…' });
  await expect(pause).toBeVisible();
  await expect
    .poll(() => flagInCluster('staging-eu', flag))
    .toContain('"defaultVariant":"on"');
  expect(await flagInCluster('production-ap', flag)).toContain(
    '"defaultVariant":"off"',
  );
  await expect(pause).toBeHidden(ROLLED_OUT);
  expect(await flagInCluster('production-ap', flag)).toContain(
    '"defaultVariant":"on"',
  );
});

test('a roll-out stops by itself where a cluster refuses, and is aborted', async ({
  page,
}) => {
  const flag = `stops-${Date.now()}`;
  await create(page, flag);
  try {
    await setFlagFault('staging-us', 'refuses');
    await page.getByRole('link', { name: 'Roll out' }).click();
    await page.getByRole('button', { name: /Everybody gets/ }).click();
    await page.getByRole('option', { name: 'on', exact: true }).click();
    await page.getByRole('textbox', { name: /^Reason/ }).fill('it works');
    await page.getByRole('button', { name: /^Start/ }).click();
    await expect(page.getByRole('main')).toContainText(
      'its people froze all flags',
      ROLLED_OUT,
    );
    expect(await flagInCluster('production-eu', flag)).toContain(
      '"defaultVariant":"off"',
    );
  } finally {
    await setFlagFault('staging-us', 'none');
  }
  await page.getByRole('button', { name: 'Abort…' }).click();
  await giveReason(page, 'Abort', 'another day');
  await expect
    .poll(() => flagInCluster('staging-eu', flag), ROLLED_OUT)
    .toContain('"defaultVariant":"off"');
});

test('what somebody edited by hand is shown, and brought in step', async ({
  page,
}) => {
  const flag = `edited-${Date.now()}`;
  await create(page, flag);
  await setFlagFault('production-us', 'edited', flag);
  await expect(clusters(page)).toContainText('changed there');
  await page.goto('/flags/drift');
  await page
    .getByRole('button', { name: `Bring ${flag} in production-us in step…` })
    .click();
  await giveReason(page, 'Bring in step', 'nobody told us why');
  await expect
    .poll(() => flagInCluster('production-us', flag))
    .toContain('"state":"ENABLED"');
  await openFlag(page, flag);
  await expect(clusters(page)).toContainText('5 in step');
});

test('a cluster that is not heard any more is shown as silent, and follows once it is back', async ({
  page,
}) => {
  const flag = `silent-${Date.now()}`;
  await create(page, flag);
  try {
    await setFlagFault('production-eu', 'silent');
    await page.getByRole('button', { name: 'Switch off everywhere…' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Switch off everywhere' })
      .click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Done' })
      .click();
    await expect(clusters(page)).toContainText('silent', ROLLED_OUT);
    await page.goto('/flags/clusters');
    await expect(page.getByRole('main')).toContainText('silent');
  } finally {
    await setFlagFault('production-eu', 'none');
  }
  await openFlag(page, flag);
  await expect(clusters(page)).toContainText('5 in step', ROLLED_OUT);
});
