import type { GitAccount } from '../../git/GitAccount';
import type { AppPermissions } from './AppPermissions';
import type { AppHookWish } from './hookOfApp';

/** An app that may come in with its key. */
export interface AppWish {
  id: number;
  slug: string;
  /** In PEM; the private one is with the app. */
  publicKey: string;
  /** Who installed it. */
  installations: Installation[];
  /** What it may do; everything that a stand-in knows if absent. */
  permissions?: AppPermissions;
  /** Where it hears itself of what happens where it is installed. */
  webhook?: AppHookWish;
}

/** An app in an organisation. */
export interface Installation {
  id: number;
  /** The organisation. */
  account: string;
  /** Names of the only repositories that it was given; all of them if absent. */
  repositories?: string[];
}

/** Who comes with a token of an installation. */
export interface AppAccount extends GitAccount {
  appId: number;
  permissions: AppPermissions;
  installation: Installation;
}
