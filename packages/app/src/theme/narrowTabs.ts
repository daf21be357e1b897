/** Backstage UI lets the tabs of a page stick out where there is no room for all of them: they scroll, and not the page. */
export const narrowTabs =
  '.bui-PluginHeaderTabsWrapper { overflow-x: auto; overflow-y: hidden; } .bui-PluginHeaderTabsWrapper [role=tab] { white-space: nowrap; }';
