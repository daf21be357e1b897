/** What somebody may do in a repository, the least first. */
export const PERMISSIONS = [
  'pull',
  'triage',
  'push',
  'maintain',
  'admin',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

const OTHER_NAMES: Record<string, Permission> = {
  read: 'pull',
  write: 'push',
};

/** `undefined`: there is no such permission. */
export function permissionOf(text: unknown): Permission | undefined {
  const name = OTHER_NAMES[String(text)] ?? text;
  return PERMISSIONS.find(each => each === name);
}

export const isAtLeast = (one: Permission, other: Permission): boolean =>
  PERMISSIONS.indexOf(one) >= PERMISSIONS.indexOf(other);

/** What a permission allows, as the API lists it. */
export const permissionFlags = (
  permission: Permission,
): Record<Permission, boolean> => ({
  pull: true,
  triage: isAtLeast(permission, 'triage'),
  push: isAtLeast(permission, 'push'),
  maintain: isAtLeast(permission, 'maintain'),
  admin: isAtLeast(permission, 'admin'),
});
