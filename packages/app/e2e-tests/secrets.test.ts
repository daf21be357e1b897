import { expect, test } from '@playwright/test';
import { setAwsFault, type Place } from './demoAws';
import {
  cell,
  create,
  expectInStaging,
  expectOnRecord,
  newSecret,
  openTab,
  SOON,
  tabOf,
  writeSecret,
} from './secretsTab';

test.describe.configure({ timeout: 300_000 });

test('a developer creates a secret in every region of staging, to the standard, on record without its value', async ({
  page,
}) => {
  const { name, value } = newSecret();
  await openTab(page, 'quotes');
  const dialog = await writeSecret(page, { name, value });
  const standard = dialog.getByRole('region', { name: 'To the standard' });
  await standard.getByText(`staging/quotes/${name}`).click();
  await expect(standard).toContainText('rotation-ownerbooking');
  await expect(standard).toContainText('alias/kestrel-staging');
  await dialog.getByRole('button', { name: 'Create secret' }).click();
  await expect(dialog).toBeHidden(SOON);
  await expectInStaging(page, name);
  await expect(
    cell(page, name, 'Frankfurt (Production)', 'absent'),
  ).toBeVisible();

  await expectOnRecord(page, 'create-secret', { told: name, value });
});

test('many secrets are created from a .env file, each to the standard', async ({
  page,
}) => {
  const { name, value } = newSecret();
  const key = name.toUpperCase().replaceAll('-', '_');
  await openTab(page, 'quotes');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Create a secret' });
  await dialog.getByRole('tab', { name: '.env' }).click();
  await dialog
    .getByRole('textbox', { name: 'Many secrets as .env' })
    .fill(
      [
        '# pasted',
        `${key}_ONE=${value}`,
        `export ${key}_TWO="${value} two"`,
        `${key}_THREE='${value}=three'`,
      ].join('\n'),
    );
  await expect(dialog.getByText('3 secrets', { exact: true })).toBeVisible();
  await dialog.getByRole('button', { name: 'Create 3 secrets' }).click();
  await expect(dialog).toBeHidden({ timeout: 60_000 });
  for (const ending of ['one', 'two', 'three']) {
    await expectInStaging(page, `${name}-${ending}`);
  }
});

test('a stale secret is mended from a region that has the right value, after a preview', async ({
  page,
}) => {
  await openTab(page, 'bookings', '?only=drift');
  await cell(page, 'database-password', 'Sydney (Production)', 'stale').click(
    SOON,
  );
  const details = page.getByRole('region', {
    name: 'Secret database-password',
  });
  await expect(details.getByText('Full name')).toBeInViewport();
  await details
    .getByRole('listitem')
    .filter({ hasText: 'Full name' })
    .getByRole('button', { name: 'Mend' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Copy database-password' });
  const preview = dialog.getByRole('list', { name: 'What would be done' });
  await expect(preview.getByLabel('Is replaced:')).toHaveCount(1, SOON);
  await expect(preview).toContainText('Sydney (Production)');
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(dialog).toBeHidden(SOON);
  await expect(details.getByText('Stale')).toHaveCount(0, SOON);
  await page.goto(`${tabOf('bookings')}?text=database`);
  await expect(
    cell(page, 'database-password', 'Sydney (Production)', 'present'),
  ).toBeVisible(SOON);
});

test('a change that does not reach every place says where, and is finished without the value', async ({
  page,
}) => {
  const { name, value } = newSecret();
  const place: Place = { environment: 'staging', region: 'ap-southeast-2' };
  await openTab(page, 'quotes');
  const dialog = await writeSecret(page, { name, value });
  try {
    await setAwsFault(place, 'denied', ['CreateSecret']);
    await dialog.getByRole('button', { name: 'Create secret' }).click();
    const places = dialog.getByRole('list', { name: 'Places' });
    await expect(places.getByLabel('Not done:')).toHaveCount(1, SOON);
    await expect(places).toContainText(/Sydney \(Staging\): .*may not/);
  } finally {
    await setAwsFault(place, 'none', ['CreateSecret']);
  }
  await dialog.getByText('Close').click();
  const unfinished = page.getByText(
    `Creating ${name} did not reach every place`,
  );
  await expect(unfinished).toBeVisible(SOON);
  await page.getByRole('button', { name: 'Finish' }).first().click();
  const finishing = page.getByRole('dialog', { name: /^Finish the change/ });
  await finishing
    .getByRole('button', { name: 'Finish it in the rest' })
    .click();
  await expect(finishing).toBeHidden(SOON);
  await expect(unfinished).toHaveCount(0, SOON);
  await expectInStaging(page, name);
});

test('who changes a secret that somebody changed meanwhile is told, and loses nothing of theirs', async ({
  page,
  context,
}) => {
  const secret = newSecret();
  await openTab(page, 'quotes');
  await create(page, secret);
  await expectInStaging(page, secret.name);
  const address = `${tabOf('quotes')}?secret=${secret.name}`;
  const other = await context.newPage();
  const dialogs = [page, other].map(one =>
    one.getByRole('dialog', { name: `Change ${secret.name}` }),
  );
  for (const one of [page, other]) {
    await one.goto(address);
    await one
      .getByRole('region', { name: `Secret ${secret.name}` })
      .getByRole('button', { name: 'Change' })
      .click(SOON);
  }
  const [mine, theirs] = dialogs;
  await theirs.getByLabel(/^Value/).fill(`${secret.value}-theirs`);
  await theirs.getByRole('button', { name: 'Set new value' }).click();
  await expect(theirs).toBeHidden(SOON);

  await mine.getByLabel(/^Value/).fill(`${secret.value}-mine`);
  await mine.getByRole('button', { name: 'Set new value' }).click();
  await expect(mine.getByRole('alert')).toContainText(/Dana|changed/, SOON);
  await mine.getByRole('button', { name: 'Look again' }).click();
  await expect(mine.getByRole('alert')).toHaveCount(0, SOON);
  await mine.getByRole('button', { name: 'Set new value' }).click();
  await expect(mine).toBeHidden(SOON);
  await other.close();
});

test('a secret is deleted with a window to recover it, and restored', async ({
  page,
}) => {
  const secret = newSecret();
  await openTab(page, 'quotes');
  await create(page, secret);
  await page.goto(`${tabOf('quotes')}?secret=${secret.name}`);
  const details = page.getByRole('region', { name: `Secret ${secret.name}` });
  await details.getByRole('button', { name: 'Delete' }).click(SOON);
  const deletion = page.getByRole('dialog', { name: `Delete ${secret.name}` });
  await deletion.getByRole('textbox', { name: 'Reason' }).fill('a trial only');
  await deletion.getByRole('button', { name: 'Delete' }).click();
  await expect(deletion).toBeHidden(SOON);
  await expect(details.getByText('Being deleted', { exact: true })).toHaveCount(
    3,
    SOON,
  );

  await details.getByRole('button', { name: 'Restore' }).click();
  const recovery = page.getByRole('dialog', { name: `Restore ${secret.name}` });
  await recovery.getByRole('button', { name: 'Restore' }).click();
  await expect(recovery).toBeHidden(SOON);
  await expect(details.getByText('Present', { exact: true })).toHaveCount(
    3,
    SOON,
  );
});
