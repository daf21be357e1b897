import { expect, type Locator, type Page } from '@playwright/test';
import { enter } from './enter';

const escaped = (text: string) => text.replace(/[.]/g, '\\.');

/** How long clusters may take to follow, with all that goes before. */
export const ROLLED_OUT = { timeout: 240_000 };

/** What is rolled back to what. */
export interface Wish {
  /** Name of the component. */
  service: string;
  environment: string;
  version: string;
}

/** The address of the page on which a rollback is started. */
export function startOf(wish: Wish): string {
  return `/rollbacks/start?${new URLSearchParams({ ...wish })}`;
}

/** The page on which a rollback is started, as somebody of the booking team. */
export async function openStart(page: Page, wish: Wish) {
  await enter(page);
  await page.goto(startOf(wish));
  await expect(startButton(page, wish.version)).toBeEnabled();
}

/** The button that starts it. */
export function startButton(page: Page, version: string): Locator {
  return page.getByRole('button', {
    name: new RegExp(`^Roll back .* to ${escaped(version)}$`),
  });
}

/** Says why, presses the button, and waits for the page with its progress. */
export async function start(page: Page, version: string, reason: string) {
  await page.getByRole('textbox', { name: /Reason/ }).fill(reason);
  await startButton(page, version).click();
  await expect(page).toHaveURL(/\/rollbacks\/[0-9a-f-]{36}$/);
}

/** How a rollback stands, in the sentence of its page. */
export function outcome(page: Page): Locator {
  return page.getByRole('main').getByRole('status');
}

/** Waits until the version runs everywhere. */
export async function waitUntilItRuns(page: Page, wish: Wish) {
  await expect(outcome(page)).toContainText(
    `${wish.version} runs in ${wish.environment}`,
    ROLLED_OUT,
  );
}

/** Takes the rollback back that the page shows, and waits for the page of the roll-forward. */
export async function rollForward(page: Page, version: string, reason: string) {
  const before = page.url();
  await page.getByRole('button', { name: 'Roll forward…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Reason/ }).fill(reason);
  await dialog
    .getByRole('button', { name: `Roll forward to ${version}` })
    .click();
  await expect(dialog).toBeHidden();
  await expect(page).not.toHaveURL(before);
}
