import { ServiceUnavailableError } from '@backstage/errors';

/** A cluster does not answer, or not as a cluster would; the message says which and why. A caller may try again later. */
export class ClusterUnavailableError extends ServiceUnavailableError {}
