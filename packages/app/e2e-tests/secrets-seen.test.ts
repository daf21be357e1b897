import { expect, test, type Page } from '@playwright/test';
import { inConsole, setAwsFault, type Place } from './demoAws';
import { enter } from './enter';
import {
  cell,
  create,
  expectInStaging,
  expectOnRecord,
  grid,
  newSecret,
  openTab,
  SOON,
  tabOf,
} from './secretsTab';

test.describe.configure({ timeout: 300_000 });

const sydney: Place = { environment: 'production', region: 'ap-southeast-2' };
const frankfurt: Place = { environment: 'staging', region: 'eu-central-1' };

test('a value of staging is revealed on record and hidden again; one of production is not', async ({
  page,
}) => {
  const reason = `compare with the broker ${Date.now()}`;
  const secret = '?secret=event-stream-password';
  await openTab(page, 'bookings', `${secret}&at=staging/eu-central-1`);
  await page.getByRole('button', { name: 'Reveal', exact: true }).click(SOON);
  const dialog = page.getByRole('dialog', {
    name: 'Reveal event-stream-password in Frankfurt (Staging)',
  });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByRole('button', { name: 'Reveal for 30 seconds' }).click();
  const shown = dialog.getByRole('region', { name: 'Value' });
  await expect(shown).toContainText('opens-nothing-', SOON);
  await expect(dialog.getByRole('timer')).toBeVisible();
  const value = (await shown.textContent())!.trim();
  await dialog.getByRole('button', { name: 'Hide now' }).click();
  await expect(shown).toHaveCount(0);
  expect(await page.content()).not.toContain(value);
  expect(JSON.stringify(await page.context().storageState())).not.toContain(
    value,
  );
  await dialog.getByText('Close').click();
  await expect(dialog).toBeHidden();

  await page.goto(`${tabOf('bookings')}${secret}&at=production/eu-central-1`);
  await expect(
    page.getByText('Seeing its value here is not open to you.'),
  ).toBeVisible(SOON);
  await expect(
    page.getByRole('button', { name: 'Reveal', exact: true }),
  ).toBeDisabled();

  await expectOnRecord(page, 'reveal-secret', { told: reason, value });
});

test('a place that is down says so, leaves the others right, and comes back', async ({
  page,
}) => {
  const { name, value } = newSecret();
  const lost = page
    .getByRole('status')
    .filter({ hasText: 'Sydney is shown as it was' });
  const lookAgain = page.getByRole('button', { name: 'Look again' });
  await openTab(page, 'booking-web');
  try {
    await setAwsFault(sydney, 'down');
    await lookAgain.click();
    await expect(lost).toContainText(/does not answer|cannot be reached/, SOON);
    await expect(
      cell(page, 'session-cookie-key', 'Sydney (Production)', 'present'),
    ).toBeVisible();
    await create(page, { name, value });
    await expectInStaging(page, name);
  } finally {
    await setAwsFault(sydney, 'none');
  }
  await expect(async () => {
    await lookAgain.click();
    await expect(lost).toHaveCount(0, { timeout: 10_000 });
  }).toPass();
});

test('two places are compared without a value', async ({ page }) => {
  await openTab(page, 'bookings');
  await page.getByRole('link', { name: 'Compare' }).click();
  const table = page.getByRole('table', { name: 'Secrets of both places' });
  await expect(
    table.getByRole('row').filter({ hasText: 'label-signing-key' }),
  ).toContainText('Different values', SOON);
  expect(await page.content()).not.toContain('opens-nothing-');
});

test('the keyboard alone creates a secret, and leads through the matrix', async ({
  page,
}) => {
  const { name } = newSecret();
  const { keyboard } = page;
  const tabTo = async (wanted: ReturnType<Page['locator']>) => {
    for (let steps = 0; steps < 80; steps++) {
      if (await wanted.evaluate(one => one === document.activeElement)) return;
      await keyboard.press('Tab');
    }
    await expect(wanted).toBeFocused();
  };
  await openTab(page, 'booking-web');
  await tabTo(page.getByRole('button', { name: 'Create', exact: true }));
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Create a secret' });
  await expect(dialog.getByRole('textbox', { name: /^Name/ })).toBeFocused(
    SOON,
  );
  await keyboard.type(name);
  await tabTo(dialog.getByRole('tab', { name: 'Type' }));
  await keyboard.press('ArrowRight');
  await keyboard.press('Enter');
  await expect(dialog.getByText(/nobody sees it, not even you/)).toBeVisible();
  await tabTo(dialog.getByRole('button', { name: 'Create secret' }));
  await keyboard.press('Enter');
  await expect(dialog).toBeHidden(SOON);
  await expectInStaging(page, name);

  await tabTo(grid(page).locator('tbody a:not([tabindex="-1"])'));
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowDown');
  await expect(page.locator('td a:focus')).toHaveAccessibleName(
    /in Frankfurt \(Staging\)/,
  );
  await keyboard.press('Enter');
  await expect(page).toHaveURL(/at=staging(\/|%2F)eu-central-1/);
  await keyboard.press('Escape');
  await expect(page).not.toHaveURL(/secret=/);
});

test('the page of the fleet tells what was found, and leads to what mends it', async ({
  page,
}) => {
  const { name, value } = newSecret();
  await inConsole(frankfurt, 'CreateSecret', {
    Name: name,
    SecretString: value,
    ClientRequestToken: crypto.randomUUID(),
    Tags: [{ Key: 'service', Value: 'quotes' }],
  });
  await enter(page);
  await page.getByRole('link', { name: 'Secrets', exact: true }).click();
  const drift = page.getByRole('region', { name: 'Payments' });
  await expect(drift).toContainText('stripe-webhook-secret', SOON);
  await page.getByRole('button', { name: /^Never read/ }).click();
  await expect(page).toHaveURL(/view=never-read/);
  await expect(page.getByText('maps-api-key').first()).toBeVisible(SOON);
  await page.getByRole('button', { name: /^Of no service/ }).click();
  await expect(page.getByText('old-shop-db').first()).toBeVisible(SOON);
  await page.getByRole('searchbox').fill('terraform');
  await expect(page).toHaveURL(/text=terraform/);
  await expect(page.getByText('old-shop-db')).toHaveCount(0, SOON);
  await page.reload();
  await expect(
    page.getByText('terraform/state-encryption').first(),
  ).toBeVisible(SOON);

  await page.goto('/secrets?view=not-to-standard&mine=true');
  await page
    .getByRole('button', { name: `Adopt ${name}` })
    .click({ timeout: 120_000 });
  const dialog = page.getByRole('dialog', { name: 'Bring to the standard' });
  const steps = dialog.getByRole('list', { name: 'What will be done' });
  await expect(steps).toContainText(`staging/quotes/${name}`, SOON);
  await dialog.getByText(/^Delete it/).click();
  await dialog.getByRole('button', { name: 'Bring to the standard' }).click();
  await expect(dialog).toBeHidden(SOON);
  await page.goto(tabOf('quotes'));
  await expect(cell(page, name, 'Frankfurt (Staging)', 'present')).toBeVisible(
    SOON,
  );
  // Nobody else has to find that other regions miss it.
  await inConsole(frankfurt, 'DeleteSecret', {
    SecretId: `staging/quotes/${name}`,
    ForceDeleteWithoutRecovery: true,
  });
});
