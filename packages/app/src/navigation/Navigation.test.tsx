import { SidebarPage } from '@backstage/core-components';
import { notificationsPlugin } from '@backstage/plugin-notifications';
import { searchPlugin } from '@backstage/plugin-search';
import { createRouteRef, type AppNode } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import type {
  NavContentNavItem,
  NavContentNavItems,
} from '@backstage/plugin-app-react';
import { screen } from '@testing-library/react';
import { notifications } from './__testUtils__/notifications';
import { Navigation } from './Navigation';

function page(id: string, title: string): NavContentNavItem {
  return {
    node: { spec: { id } } as AppNode,
    href: `/${title}`,
    title,
    icon: <svg />,
    routeRef: createRouteRef(),
  };
}

/** The pages of an app; like Backstage's own, what was taken is not among the rest. */
function offering(pages: NavContentNavItem[]): NavContentNavItems {
  const taken = new Set<string>();
  const take = (id: string) => {
    taken.add(id);
    return pages.find(({ node }) => node.spec.id === id);
  };
  const rest = () => pages.filter(({ node }) => !taken.has(node.spec.id));
  return {
    take,
    rest,
    clone: () => offering(rest()),
    withComponent: Item => ({
      take: id => {
        const item = take(id);
        return item ? <Item key={id} {...item} /> : null;
      },
      rest: () =>
        rest()
          .sort((one, other) => one.title.localeCompare(other.title))
          .map(item => <Item key={item.node.spec.id} {...item} />),
    }),
  };
}

it('shows what people do most first, then the rest by title, then themselves', async () => {
  const navItems = offering([
    page('page:zebra', 'Zebra'),
    page('page:catalog', 'Catalog'),
    page('page:search', 'Search page'),
    page('page:user-settings', 'Settings'),
    page('page:sphera-audit', 'Audit'),
    page('page:notifications', 'Notifications page'),
    page('page:sphera-locks', 'Locks'),
    page('page:sphera-kubernetes', 'Deployments'),
    page('page:sphera-secrets', 'Secrets'),
    page('page:sphera-flags', 'Flags'),
    page('page:apple', 'Apple'),
    page('page:sphera-services', 'Services'),
  ]);
  renderInTestApp(
    <SidebarPage>
      <Navigation navItems={navItems} items={[]} />
    </SidebarPage>,
    {
      apis: [notifications()],
      mountedRoutes: {
        '/notifications': notificationsPlugin.routes.root,
        '/search': searchPlugin.routes.root,
      },
    },
  );

  await screen.findByRole('link', { name: 'Services' });
  const names = screen
    .getAllByRole('link')
    .map(link => link.getAttribute('aria-label') ?? link.textContent);
  expect(names).toEqual([
    'Home',
    'Services',
    'Deployments',
    'Secrets',
    'Flags',
    'Locks',
    'Catalog',
    'Audit',
    'Apple',
    'Zebra',
    'Notifications',
    'Settings',
  ]);
});
