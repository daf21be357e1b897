/**
 * A status that a frozen branch requires and nobody sets, except for pull requests that are exempt: so that all of them
 * are held by one call, those that nobody has seen yet included.
 */
export const FROZEN_CONTEXT = 'sphera/frozen';
