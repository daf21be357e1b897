import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { NotificationsSidebarItem } from '@backstage/plugin-notifications';
import {
  NavContentBlueprint,
  type NavContentComponentProps,
} from '@backstage/plugin-app-react';
import { SidebarSearchModal } from '@backstage/plugin-search';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import {
  RiMenuLine,
  RiNotification3Line,
  RiSearchLine,
} from '@remixicon/react';
import { FoundResults } from './FoundResults';
import { NavigationLogo } from './NavigationLogo';
import { mostUsed, shownElsewhere } from './order';

/** The navigation: what people do most comes first. */
export function Navigation({ navItems }: NavContentComponentProps) {
  const items = navItems.withComponent(({ href, title, icon }) => (
    <SidebarItem icon={() => icon} to={href} text={title} />
  ));
  for (const id of shownElsewhere) {
    items.take(id);
  }
  const settings = items.take('page:user-settings');
  return (
    <Sidebar>
      <NavigationLogo />
      <SidebarGroup label="Menu" icon={<RiMenuLine />}>
        <SidebarScrollWrapper>
          {mostUsed.map(id => items.take(id))}
          {items.rest({ sortBy: 'title' })}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup label="Search" icon={<RiSearchLine />} to="/search">
        <SidebarSearchModal
          resultItemComponents={({ results }) => (
            <FoundResults results={results} />
          )}
        />
      </SidebarGroup>
      <SidebarGroup
        label="Notifications"
        icon={<RiNotification3Line />}
        to="/notifications"
      >
        <NotificationsSidebarItem />
      </SidebarGroup>
      <SidebarGroup
        label="Settings"
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {settings}
      </SidebarGroup>
    </Sidebar>
  );
}

export const navigation = NavContentBlueprint.make({
  params: { component: Navigation },
});
