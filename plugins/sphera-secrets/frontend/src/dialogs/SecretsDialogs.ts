import type {
  Place,
  SecretRow,
  UnfinishedChange,
} from '@sphera/plugin-secrets-common';

/** One secret of a service, as `list-secrets` has it. */
export interface SecretOfService {
  /** Entity ref of the service. */
  service: string;
  row: SecretRow;
  /** The place that one started from, which the dialog chooses; absent: every place where it makes sense. */
  place?: Place;
}

/** One secret in one place. */
export interface SecretInPlace {
  service: string;
  /** As operations take it. */
  name: string;
  place: Place;
}

/**
 * Opens the dialogs about secrets. Each tells what came of it by itself; the page
 * behind it asks anew.
 */
export interface SecretsDialogs {
  /** A new secret, or many. */
  create(about: { service: string }): void;
  /** Another value, description or rotation date. */
  update(about: SecretOfService): void;
  delete(about: SecretOfService): void;
  /** Takes a deletion back. */
  restore(about: SecretOfService): void;
  /** Shows one value for a while. */
  reveal(about: SecretInPlace & { versionId?: string }): void;
  /**
   * Copies values from one place to others, with a preview first.
   *
   * @param about - `from`, `to`: what the dialog starts with; absent: it asks.
   */
  copy(about: {
    service: string;
    names: string[];
    from?: Place;
    to?: Place[];
  }): void;
  /**
   * Brings a secret to the standard.
   *
   * @param about - `service` absent: nobody owns it yet, and the dialog asks.
   */
  adopt(about: {
    service?: string;
    fullName: string;
    place: Place;
    /** Further places that have it under the same full name; all are brought to the standard. */
    also?: Place[];
    /** The name that it seems to have. */
    name?: string;
  }): void;
  /** Makes an earlier version current; without `versionId` the previous one, in every place that has one. */
  goBack(about: SecretOfService & { versionId?: string }): void;
  /** Takes a change that did not reach every place to the rest. */
  finish(about: { service: string; change: UnfinishedChange }): void;
  /** Takes a change that did not reach every place back. */
  undo(about: { service: string; change: UnfinishedChange }): void;
}
