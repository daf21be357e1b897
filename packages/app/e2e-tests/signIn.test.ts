import { expect, test, type Page } from '@playwright/test';
import { startCompanyPortal, type CompanyPortal } from './companyPortal';

const people = {
  dana: { name: 'Dana Okafor', email: 'dana.okafor@kestrel-parcels.example' },
  mallory: { name: 'Mallory', email: 'mallory@elsewhere.example' },
};

async function expectToBe(page: Page, name: string) {
  await page.goto(new URL('/settings', page.url()).href);
  await expect(page.getByRole('link', { name })).toHaveCount(2);
}

const expectToBeDana = (page: Page) => expectToBe(page, 'Dana Okafor');

async function signOut(page: Page) {
  await page.getByTestId('user-settings-menu').click();
  await page.getByTestId('sign-out').click();
}

test('a guest enters, stays signed in after a reload, and signs out', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByRole('link', { name: 'Catalog' })).toBeVisible();
  await expectToBeDana(page);

  await page.reload();
  await expectToBeDana(page);

  await signOut(page);
  await expect(page.getByRole('button', { name: 'Enter' })).toBeVisible();
});

test('somebody else of the demo company enters, stays that one after a reload, and signs out', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Noor Haddad' }).click();
  await expect(page.getByRole('link', { name: 'Catalog' })).toBeVisible();
  await expectToBe(page, 'Noor Haddad');

  await page.reload();
  await expectToBe(page, 'Noor Haddad');
  await expect(page.getByRole('link', { name: 'platform' })).toBeVisible();

  await signOut(page);
  await page.getByRole('button', { name: 'Enter' }).click();
  await expect(page.getByRole('link', { name: 'Catalog' })).toBeVisible();
  await expectToBe(page, 'Dana Okafor');
});

for (const { kind, button } of [
  { kind: 'oidc', button: 'Continue with single sign-on' },
  { kind: 'okta', button: 'Continue with Okta' },
] as const) {
  test.describe(`through ${kind}`, () => {
    let portal: CompanyPortal;

    test.beforeAll(async () => {
      test.setTimeout(300_000);
      portal = await startCompanyPortal(kind, people);
    });

    test.afterAll(async () => {
      await portal?.stop();
    });

    async function logIn(page: Page, login: string) {
      const opened = page.waitForEvent('popup');
      await page.getByRole('button', { name: button }).click();
      const popup = await opened;
      await popup.getByPlaceholder('Enter any login').fill(login);
      await popup.getByPlaceholder('and password').fill('any');
      await popup.getByRole('button', { name: 'Sign-in' }).click();
      await popup.getByRole('button', { name: 'Continue' }).click();
    }

    test('the sign-in page offers nothing else', async ({ page }) => {
      await page.goto(portal.url);
      await expect(page.getByRole('button')).toHaveText([button]);
    });

    test('a developer signs in, stays signed in after a reload, and signs out', async ({
      page,
    }) => {
      await page.goto(portal.url);
      await logIn(page, 'dana');
      await expect(page.getByRole('link', { name: 'Catalog' })).toBeVisible();
      await expectToBeDana(page);

      await page.reload();
      await expectToBeDana(page);

      await signOut(page);
      await expect(page.getByRole('button', { name: button })).toBeVisible();
      await page.reload();
      await expect(page.getByRole('button', { name: button })).toBeVisible();
    });

    test('somebody whom the catalog does not know is turned away with the reason', async ({
      page,
    }) => {
      await page.goto(portal.url);
      await logIn(page, 'mallory');
      await expect(page.getByRole('alert')).toContainText(
        'You could not be signed in',
      );
      await expect(page.getByRole('button', { name: button })).toBeEnabled();
    });
  });
}
