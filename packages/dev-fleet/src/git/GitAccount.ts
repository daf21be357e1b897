/** Who may read and push: over HTTP with any user name, the token being the password. */
export interface GitAccount {
  /** Its name on the host, for what is written about it. */
  login: string;
  token: string;
  /** Whether it may push; yes if absent. */
  mayPush?: boolean;
  /** Whether it owns the organisation, and so may change all of its settings. */
  isOwner?: boolean;
}

/** Whose request it is, by its `authorization` header; `undefined`: nobody's. */
export function accountOf(
  authorization: string | undefined,
  accountFor: (token: string) => GitAccount | undefined,
): GitAccount | undefined {
  const [, encoded] = /^basic (\S+)$/i.exec(authorization ?? '') ?? [];
  if (!encoded) return undefined;
  const text = Buffer.from(encoded, 'base64').toString();
  const password = text.slice(text.indexOf(':') + 1);
  return accountFor(password);
}
