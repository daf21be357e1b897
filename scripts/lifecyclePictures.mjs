const wide = { width: 1440, height: 900 };
const tall = { width: 1440, height: 1080 };
const broad = { width: 1600, height: 900 };

const lifecycleOf = service =>
  `/catalog/default/component/${service}/lifecycle`;

/** Pictures of the path to production; the service of the first is made by those of creation. */
export const lifecyclePictures = [
  {
    name: 'lifecycle',
    path: lifecycleOf('parcel-quotes'),
    mode: 'light',
    viewport: tall,
    act: page => untilShown(page, page.getByRole('list', { name: 'Path' })),
  },
  {
    name: 'lifecycles',
    path: '/life-cycles',
    mode: 'dark',
    viewport: broad,
    act: page =>
      page.getByRole('region', { name: 'Production', exact: true }).waitFor(),
  },
  {
    name: 'promotion',
    path: lifecycleOf('quotes'),
    mode: 'light',
    viewport: tall,
    act: async page => {
      await page.route('**/get-lifecycle*', letPromote);
      await page.reload();
      await page.getByRole('button', { name: /^Promote/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog
        .getByRole('textbox', { name: /Reason/ })
        .fill('It ran well for a week');
      await dialog.getByRole('region', { name: 'What changes' }).waitFor();
    },
  },
  {
    name: 'merges',
    path: '/locks/merges',
    mode: 'light',
    viewport: wide,
    act: page => page.getByText('frozen', { exact: true }).first().waitFor(),
  },
];

/** The catalog takes a while to read what was created just now. */
async function untilShown(page, wanted) {
  for (let tries = 0; tries < 12; tries++) {
    const isShown = await wanted.waitFor({ timeout: 10_000 }).then(
      () => true,
      () => false,
    );
    if (isShown) return;
    await page.reload();
  }
  throw new Error(`There is no ${wanted} at ${page.url()} after two minutes`);
}

/** No service of the demo company is about to be promoted: the last step of this one is opened again. What the dialog shows is the true plan. */
async function letPromote(route) {
  const response = await route.fetch();
  const lifecycle = await response.json();
  const { steps } = lifecycle.stages.find(({ name }) => name === 'production');
  for (const step of steps) {
    step.state = 'open';
    step.action = {
      kind: 'promote',
      title: 'Promote from Staging to Production',
      from: 'staging',
      to: 'production',
    };
  }
  await route.fulfill({ response, json: lifecycle });
}
