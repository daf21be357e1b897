import { expect, type Page } from '@playwright/test';

/** Signs the guest in and waits for the hub. */
export async function enter(page: Page) {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByRole('link', { name: 'Audit' })).toBeVisible();
}

/** Signs somebody else of the demo company in, by their name, and waits for the hub. */
export async function enterAs(page: Page, name: string) {
  await page.goto('/');
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('link', { name: 'Audit' })).toBeVisible();
}
