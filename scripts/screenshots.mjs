import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readyBrowser } from './browser.mjs';
import { creationPictures } from './creationPictures.mjs';
import { lifecyclePictures } from './lifecyclePictures.mjs';
import { main } from './main.mjs';
import { root } from './places.mjs';
import { startPortal } from './portal.mjs';
import { freePort } from './ports.mjs';
import { note, step } from './say.mjs';
import { setUp } from './setup.mjs';

const folder = join(root, 'docs/images');
const desktop = { width: 1280, height: 800 };
const wide = { width: 1440, height: 900 };
const tall = { width: 1440, height: 1080 };
/** Where the table of all services has room for its every column. */
const broad = { width: 1600, height: 900 };
const phone = { width: 390, height: 844 };
const bookings =
  '/catalog/default/component/bookings/deployments?cluster=production-eu&namespace=booking&name=bookings';
const secrets = '/catalog/default/component/bookings/secrets';
const stale = `${secrets}?secret=database-password&at=production/ap-southeast-2`;

const rollbackTab = '/catalog/default/component/bookings/rollback';

/** What the pictures show: name, page, how it is looked at, and what is done there before. */
const pictures = [
  { name: 'services', path: '/', mode: 'light', viewport: broad },
  { name: 'services-dark', path: '/', mode: 'dark', viewport: broad },
  { name: 'services-phone', path: '/', mode: 'light', viewport: phone },
  { name: 'locks', path: '/locks', mode: 'light', viewport: desktop },
  {
    name: 'service',
    path: '/catalog/default/component/payments',
    mode: 'light',
    viewport: desktop,
  },
  { name: 'audit', path: '/audit', mode: 'light', viewport: desktop },
  { name: 'deployments', path: '/deployments', mode: 'light', viewport: wide },
  {
    name: 'deployments-dark',
    path: '/deployments',
    mode: 'dark',
    viewport: wide,
  },
  {
    name: 'deployment',
    path: bookings,
    mode: 'light',
    viewport: tall,
  },
  {
    name: 'bounds',
    path: bookings,
    mode: 'light',
    viewport: wide,
    act: async page => {
      await page.getByRole('button', { name: 'Change bounds' }).click();
      await page.getByRole('textbox', { name: /Maximum/ }).fill('16');
      await page.getByRole('button', { name: /How long/ }).click();
      await page.getByRole('option', { name: 'For 6 hours' }).click();
      await page
        .getByRole('textbox', { name: /Reason/ })
        .fill('Spring sale begins at nine');
    },
  },
  {
    name: 'logs',
    path: bookings,
    mode: 'light',
    viewport: wide,
    act: async page => {
      await page
        .getByRole('button', { name: /^Logs of bookings/ })
        .first()
        .click();
      await page.getByRole('searchbox').fill('parcels');
    },
  },
  { name: 'secrets', path: stale, mode: 'light', viewport: tall },
  { name: 'secrets-dark', path: secrets, mode: 'dark', viewport: wide },
  { name: 'secrets-page', path: '/secrets', mode: 'light', viewport: wide },
  {
    name: 'secret-create',
    path: secrets,
    mode: 'light',
    viewport: tall,
    act: async page => {
      await page.getByRole('button', { name: 'Create', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: /^Name/ }).fill('mail-api-key');
      await dialog.getByRole('tab', { name: 'Generate' }).click();
      await dialog.getByText('staging/bookings/mail-api-key').click();
    },
  },
  { name: 'rollback', path: rollbackTab, mode: 'light', viewport: tall },
  {
    name: 'rollback-start',
    path: '/rollbacks/start?service=component:default/bookings&environment=production&version=7.2.1',
    mode: 'light',
    viewport: tall,
    act: async page => {
      await page
        .getByRole('textbox', { name: /Reason/ })
        .fill('Incident 4711: labels are printed twice');
    },
  },
  {
    name: 'rollback-progress',
    path: '/rollbacks/start?service=component:default/bookings&environment=production&version=7.3.0',
    mode: 'dark',
    viewport: tall,
    act: async page => {
      await page
        .getByRole('textbox', { name: /Reason/ })
        .fill('Incident 4711: labels are printed twice');
      await page.getByRole('button', { name: /^Roll back Bookings/ }).click();
      await page.getByText('Rolling out').first().waitFor();
      await sleep(6_000);
    },
  },
  {
    name: 'flags',
    path: '/flags',
    mode: 'light',
    viewport: wide,
    act: page => page.getByText('Booking pages · Booking').waitFor(),
  },
  {
    name: 'flag',
    path: '/flags/f/quote-layout',
    mode: 'light',
    viewport: tall,
  },
  {
    name: 'flag-rollout',
    path: '/flags/f/express-quotes/rollout',
    mode: 'dark',
    viewport: tall,
    act: async page => {
      await page
        .getByRole('textbox', { name: /Reason/ })
        .fill('A quarter went well for a week');
      await page.getByRole('textbox', { name: '% on' }).fill('100');
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: /^Start/ }).click();
      await page.getByText('production-eu').first().waitFor();
      await sleep(20_000);
    },
  },
  ...creationPictures,
  ...lifecyclePictures,
];

/** What happened in the demo company before the pictures were taken. */
const deeds = [
  [
    'lock',
    {
      service: 'payments',
      environment: 'production',
      reason: 'Card payments fail since 14:05, incident 4711',
      expiresIn: 'PT4H',
    },
  ],
  [
    'lock',
    {
      service: 'quotes',
      actions: ['deploy', 'restart'],
      reason: 'Load test until tomorrow',
      expiresIn: 'P1D',
    },
  ],
  ['freeze-merges', { reason: 'Release week: only fixes, ask Noor' }],
];

/** `npm run screenshots`: takes the pictures of the documentation from a running portal. */
await main(async () => {
  const toolchain = await setUp({ app: true });
  const executablePath = await readyBrowser();
  const data = await mkdtemp(join(tmpdir(), 'sphera-pictures-'));
  step('Starting a portal with fresh demo data');
  const portal = await startPortal({
    toolchain,
    port: await freePort(),
    folder: data,
    configs: ['app-config.yaml'],
    still: true,
  });
  try {
    await doDeeds(portal.url);
    await takePictures(portal.url, executablePath);
  } finally {
    await portal.stop();
    await rm(data, { recursive: true, force: true });
  }
  return 0;
});

async function doDeeds(url) {
  const signedIn = await fetch(`${url}/api/auth/guest/refresh`);
  const { token } = (await signedIn.json()).backstageIdentity;
  const authorization = `Bearer ${token}`;
  await untilServicesAreThere(url, authorization);
  for (const [operation, input] of deeds) {
    const response = await fetch(`${url}/api/sphera-locks/v1/${operation}`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    if (!response.ok) throw new Error(await response.text());
  }
}

/** The catalog takes some seconds to read the demo company, and its flags are created after that. */
async function untilServicesAreThere(url, authorization) {
  for (let tries = 0; tries < 180; tries++) {
    const response = await fetch(
      `${url}/api/sphera-services/v1/list-services?limit=50`,
      { headers: { authorization } },
    );
    const { items = [] } = response.ok ? await response.json() : {};
    const { total, settled } = flagsOf(items);
    if (items.length >= 12 && total >= 8 && settled) return;
    await sleep(500);
  }
  throw new Error('The portal did not read the demo company within 90 s');
}

/** How many flags the hub knows of, and whether each cluster has what is wanted. */
function flagsOf(services) {
  const facts = services.map(service => service.facts.flags ?? {});
  return {
    total: facts.reduce((sum, { flags = 0 }) => sum + flags, 0),
    settled: facts.every(({ drifting = 0 }) => drifting === 0),
  };
}

async function takePictures(url, executablePath) {
  // Only here once the dependencies are installed.
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  await mkdir(folder, { recursive: true });
  for (const { name, path, mode, viewport, act } of pictures) {
    const context = await browser.newContext({
      viewport,
      colorScheme: mode,
      locale: 'en-GB',
    });
    const page = await context.newPage();
    await page.goto(url);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByText('Release week').first().waitFor();
    await page.goto(`${url}${path}`);
    await page.waitForLoadState('networkidle').catch(() => {});
    await sleep(2_500);
    if (act) {
      await act(page);
      await sleep(1_000);
    }
    await page.screenshot({ path: join(folder, `${name}.png`) });
    note(`docs/images/${name}.png`);
    await context.close();
  }
  await browser.close();
}
