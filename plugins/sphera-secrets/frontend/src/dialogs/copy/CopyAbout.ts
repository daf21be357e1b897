import type { SecretsDialogs } from '../SecretsDialogs';

/** What a copy is about. */
export type CopyAbout = Parameters<SecretsDialogs['copy']>[0];
