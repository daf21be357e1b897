import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import { searchApiRef } from '@backstage/plugin-search-react';
import searchPlugin from '@backstage/plugin-search/alpha';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { notifications } from './__testUtils__/notifications';
import { navigation } from './Navigation';

const tides = SearchResultListItemBlueprint.make({
  name: 'tides',
  params: {
    predicate: ({ type }) => type === 'tides',
    component: async () => props => <>High water at {props.result?.title}</>,
  },
});

const found = (type: string, title: string) => ({
  type,
  document: { title, text: `About ${title}`, location: `/${type}/${title}` },
});

describe('the search of the sidebar', () => {
  it('draws what a capability adds to the search as its page does, and the rest plainly', async () => {
    const results = [found('tides', 'Dover'), found('boats', 'Mayflower')];
    renderTestApp({
      features: [
        searchPlugin,
        notificationsPlugin,
        createFrontendModule({ pluginId: 'app', extensions: [navigation] }),
        createFrontendModule({ pluginId: 'search', extensions: [tides] }),
      ],
      apis: [
        notifications(),
        [searchApiRef, { query: async () => ({ results }) }],
      ],
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Search' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'ships');
    expect(
      await within(dialog).findByText('High water at Dover'),
    ).toBeVisible();
    expect(
      within(dialog).getByRole('link', { name: 'Mayflower' }),
    ).toHaveAttribute('href', '/boats/Mayflower');
  });
});
