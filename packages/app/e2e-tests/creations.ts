import { expect, type Locator, type Page } from '@playwright/test';

/** How long all that a template makes may take, and the clusters after it. */
export const MADE = { timeout: 240_000 };

/** What somebody says of a service that is to be. */
export interface Wish {
  template: 'Microservice' | 'Microfrontend';
  name: string;
  purpose: string;
}

/** From the page of templates to the first page of a form. */
export async function choose(page: Page, template: Wish['template']) {
  await page.getByRole('link', { name: 'Create', exact: true }).click();
  await page
    .getByRole('article', { name: template })
    .or(page.locator('.MuiCard-root').filter({ hasText: template }))
    .first()
    .getByRole('button', { name: 'Choose' })
    .click();
  await expect(nameField(page)).toBeVisible();
}

/** Where the name of the service is written. */
export function nameField(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Name/ });
}

/** Fills in all pages of the form, and stops at the last one with all answers. */
export async function fillIn(page: Page, wish: Wish) {
  await nameField(page).fill(wish.name);
  await expect(page.getByText(`${wish.name} is free.`)).toBeVisible();
  await page.getByRole('textbox', { name: /^Purpose/ }).fill(wish.purpose);
  const owner = page.getByRole('combobox', { name: /^Owner/ });
  // What one types before the teams are there, the stock field forgets.
  await expect(async () => {
    await owner.fill('Book');
    await page
      .getByRole('option', { name: 'Booking', exact: true })
      .click({ timeout: 5_000 });
    await expect(owner).toHaveValue('Booking', { timeout: 5_000 });
  }).toPass(MADE);
  // Its list stays open, over all that follows.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('checkbox', { name: /Frankfurt/ })).toBeChecked();
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(
    page.getByRole('list', { name: 'What will be created' }),
  ).toContainText(`kestrel-parcels/${wish.name}`);
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByRole('button', { name: 'Create' })).toBeVisible();
}

/** Begins, and waits for the page of the task. */
export async function create(page: Page) {
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page).toHaveURL(/\/create\/tasks\//);
}

/** The end of a task that made everything. */
export function theEnd(page: Page): Locator {
  return page.getByRole('region', { name: 'It is there' });
}

/** The page of a creation, from the list of all of them. */
export async function openCreation(page: Page, name: string) {
  await page.goto('/create/creations');
  await page
    .getByRole('list', { name: 'Creations' })
    .getByRole('link', { name, exact: true })
    .first()
    .click();
  await expect(
    page.getByRole('heading', { name: `Creation of ${name}` }),
  ).toBeVisible();
}

/** How a creation stands, in the sentence of its page. */
export function outcome(page: Page): Locator {
  return page.getByRole('main').getByRole('status');
}
