const KEY_ID = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/;

/** @throws Error where an id cannot stand in a signature's header */
export function checkKeyId(key: string): void {
  if (!KEY_ID.test(key)) {
    throw new Error(
      'The id of a signing key must be 1 to 64 letters, digits, dots, dashes or underscores, like portal-2027',
    );
  }
}
