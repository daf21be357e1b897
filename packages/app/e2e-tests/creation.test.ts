import { expect, test } from '@playwright/test';
import {
  choose,
  create,
  fillIn,
  MADE,
  nameField,
  openCreation,
  outcome,
  theEnd,
} from './creations';
import { newestCommit, openPullRequest, pushBranch } from './danasGit';
import { setAwsFault } from './demoAws';
import { enter } from './enter';

test.describe.configure({ timeout: 600_000 });

const TAG_LENGTH = 12;
const imagesPlace = {
  environment: 'staging',
  region: 'eu-central-1',
} as const;

test('a developer creates a microservice, changes it, and sees the change run in staging', async ({
  page,
}) => {
  const name = 'parcel-rounding';
  await enter(page);
  await choose(page, 'Microservice');
  await nameField(page).fill('quotes');
  await expect(page.getByText('quotes is taken.')).toBeVisible();

  await fillIn(page, {
    template: 'Microservice',
    name,
    purpose: 'Rounds what a parcel costs',
  });
  await create(page);
  await expect(theEnd(page)).toBeVisible(MADE);
  await expect(
    theEnd(page)
      .getByRole('link', { name: /repository/i })
      .first(),
  ).toBeVisible();

  await pushBranch(name, 'round-up');
  await page.goto(await openPullRequest(name, 'round-up'));
  const merge = page.getByRole('button', { name: 'Merge pull request' });
  await expect(merge).toBeEnabled(MADE);
  const before = await newestCommit(name);
  await merge.click();
  await expect(async () =>
    expect(await newestCommit(name)).not.toBe(before),
  ).toPass(MADE);
  const tag = (await newestCommit(name)).slice(0, TAG_LENGTH);

  await page.goto('/');
  await page.getByRole('searchbox').fill(name);
  await page
    .getByRole('link', { name: /Parcel.rounding/i })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/component/${name}`));
  await page.goto(`/catalog/default/component/${name}/deployments`);
  await expect(page.getByText(tag).first()).toBeVisible(MADE);
});

test('a creation that fails on the way goes on from there, and can be taken back', async ({
  page,
}) => {
  const name = 'parcel-map';
  await enter(page);
  await choose(page, 'Microfrontend');
  await fillIn(page, {
    template: 'Microfrontend',
    name,
    purpose: 'Shows parcels on a map',
  });
  try {
    await setAwsFault(imagesPlace, 'denied', ['CreateRepository']);
    await create(page);
    await expect(page.getByTestId('retry-button')).toBeEnabled(MADE);
    await openCreation(page, name);
    await expect(outcome(page)).toContainText('It stopped at this step');
  } finally {
    await setAwsFault(imagesPlace, 'none');
  }
  await page.getByRole('link', { name: 'Try again in the task' }).click();
  await page.getByTestId('retry-button').click();
  await expect(theEnd(page)).toBeVisible(MADE);

  await theEnd(page)
    .getByRole('link', { name: 'How it went, or undo' })
    .click();
  await expect(outcome(page)).toContainText('is there.');
  await page.getByRole('button', { name: 'Undo…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('only a try');
  await dialog.getByRole('button', { name: `Take back ${name}` }).click();
  await expect(dialog).toBeHidden();
  await expect(outcome(page)).toContainText(`${name} is free again`, MADE);
});
