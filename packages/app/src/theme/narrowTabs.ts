/** Backstage UI lets the tabs of a page stick out where there is no room for all of them: they scroll, and not the page. */
export const narrowTabs =
  '.bui-PluginHeaderTabsWrapper, .bui-HeaderTabsWrapper { overflow-x: auto; overflow-y: hidden; } .bui-HeaderTabsWrapper { padding-block-end: 2px; } .bui-PluginHeaderTabsWrapper [role=tab], .bui-HeaderNavItem, .bui-HeaderNavGroup { white-space: nowrap; }';
