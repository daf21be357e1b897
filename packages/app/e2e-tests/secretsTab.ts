import { expect, type Locator, type Page } from '@playwright/test';
import { enter } from './enter';

/** How long a change may take: it reaches AWS in six places, and the page through the next look at them. */
export const SOON = { timeout: 60_000 };

/** The address of the Secrets tab of a service. */
export function tabOf(service: string): string {
  return `/catalog/default/component/${service}/secrets`;
}

/** The matrix of a Secrets tab. */
export function grid(page: Page): Locator {
  return page.getByRole('grid', { name: 'Secrets by environment and region' });
}

/**
 * A secret in one place of the matrix.
 *
 * @param place - as the page calls it, like `Sydney (Production)`
 * @param state - the word for how it is there, like `stale`
 */
export function cell(
  page: Page,
  name: string,
  place: string,
  state: string,
): Locator {
  const escaped = place.replace(/[()]/g, '\\$&');
  return page.getByRole('link', {
    name: new RegExp(`^${name} in ${escaped}: ${state}`),
  });
}

/** A name and a value that no other test has. */
export function newSecret(): { name: string; value: string } {
  // Letters only: in a .env file a digit before a capital would begin another word.
  const unlike = Array.from(crypto.getRandomValues(new Uint8Array(10)), byte =>
    String.fromCharCode(97 + (byte % 26)),
  ).join('');
  return { name: `trial-${unlike}`, value: `opens-nothing-${unlike}-value` };
}

/** Opens the Secrets tab of a service as Dana, whose team owns quotes, bookings and booking-web. */
export async function openTab(page: Page, service: string, query = '') {
  await enter(page);
  await page.goto(`${tabOf(service)}${query}`);
  await expect(grid(page)).toBeVisible(SOON);
}

/** Opens the form of a new secret, and writes its name and value. */
export async function writeSecret(
  page: Page,
  { name, value }: { name: string; value: string },
): Promise<Locator> {
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Create a secret' });
  await dialog.getByRole('textbox', { name: /^Name/ }).fill(name);
  await dialog.getByLabel(/^Value/).fill(value);
  return dialog;
}

/** Creates a secret where the form offers it: in every region of staging. */
export async function create(
  page: Page,
  secret: { name: string; value: string },
) {
  const dialog = await writeSecret(page, secret);
  await dialog.getByRole('button', { name: 'Create secret' }).click();
  await expect(dialog).toBeHidden(SOON);
}

/** Expects a secret to be in every region of staging. */
export async function expectInStaging(page: Page, name: string) {
  for (const region of ['Frankfurt', 'Virginia', 'Sydney']) {
    await expect(
      cell(page, name, `${region} (Staging)`, 'present'),
    ).toBeVisible(SOON);
  }
}

/** Expects the newest record of an operation to tell something, and not a value. */
export async function expectOnRecord(
  page: Page,
  operation: string,
  { told, value }: { told: string; value: string },
) {
  await page.goto(`/audit?operation=sphera-secrets:${operation}`);
  const newest = page.getByRole('row').filter({ hasText: 'Dana' }).first();
  await newest.getByRole('rowheader').click(SOON);
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'As it is stored' }).click(SOON);
  await expect(dialog).toContainText('"correlation"');
  await expect(dialog).toContainText(told);
  await expect(dialog).not.toContainText(value);
}
