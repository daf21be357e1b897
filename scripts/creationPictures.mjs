import { setTimeout as sleep } from 'node:timers/promises';

const form = '/create/templates/default/microservice';
const tall = { width: 1440, height: 1080 };
const taller = { width: 1440, height: 1280 };

/** Pictures of how a service is created, in the order in which one sees it. */
export const creationPictures = [
  {
    name: 'creation-form',
    path: form,
    mode: 'light',
    viewport: tall,
    act: page => fillInFirstPage(page, 'parcel-quotes'),
  },
  {
    name: 'creation-plan',
    path: form,
    mode: 'light',
    viewport: taller,
    act: page => goToPlan(page, 'parcel-quotes'),
  },
  {
    name: 'creation',
    path: form,
    mode: 'dark',
    viewport: tall,
    act: async page => {
      await goToPlan(page, 'parcel-quotes');
      await page.getByRole('button', { name: 'Review' }).click();
      await page.getByRole('button', { name: 'Create', exact: true }).click();
      await page
        .getByRole('link', { name: 'How it went, or undo' })
        .click({ timeout: 120_000 });
      await page.getByRole('list', { name: 'Steps' }).waitFor();
    },
  },
];

async function fillInFirstPage(page, name) {
  await page.getByRole('textbox', { name: /^Name/ }).fill(name);
  await page.getByText(`${name} is free.`).waitFor();
  await page
    .getByRole('textbox', { name: /^Purpose/ })
    .fill('Says what a parcel costs before it is booked');
  // What one types before the teams are there, the stock field forgets.
  await sleep(1_000);
  await page.getByRole('combobox', { name: /^Owner/ }).fill('Book');
  await page.getByRole('option', { name: 'Booking', exact: true }).click();
  // The list of the stock field stays open, over all that follows.
  await page.keyboard.press('Escape');
}

async function goToPlan(page, name) {
  await fillInFirstPage(page, name);
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('checkbox', { name: /Database/ }).waitFor();
  await page.getByText(/^Database/).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('list', { name: 'What will be created' }).waitFor();
}
