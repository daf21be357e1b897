/** What an app may do, by permission as GitHub names it; a permission that is absent is not given. */
export type AppPermissions = Readonly<Record<string, 'read' | 'write'>>;

/** All that is ever asked of a stand-in. */
const ALL_PERMISSIONS: AppPermissions = {
  administration: 'write',
  checks: 'write',
  contents: 'write',
  metadata: 'read',
  pull_requests: 'write',
  repository_hooks: 'write',
  statuses: 'write',
  members: 'write',
  organization_administration: 'write',
  organization_hooks: 'write',
};

/** What an app may do; all of it where nothing was said. */
export const permissionsOf = ({
  permissions = ALL_PERMISSIONS,
}: {
  permissions?: AppPermissions;
}): AppPermissions => permissions;
