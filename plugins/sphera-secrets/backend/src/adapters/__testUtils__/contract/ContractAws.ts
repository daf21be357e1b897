import type { JsonObject } from '@backstage/types';
import type { PlaceSettings } from '../../../standard/SecretsSettings';

/** Something that behaves as AWS Secrets Manager, for the contract to be tried on. */
export interface ContractAws {
  /** The section `aws` of the configuration. */
  aws: JsonObject;
  /** Environments `first` and, where there is another account, `second`, in every region of the suite. */
  places: PlaceSettings[];
  /** Calls a second, where more than the usual ones may be made. */
  limits?: Record<string, number>;
  /** Nothing else is touched than secrets whose name begins so. */
  prefix: string;
  /** Takes away what was made for the test. */
  close?(): void | Promise<void>;
}

/**
 * What is known to behave otherwise than AWS does. A case that names one has to fail
 * there, so that one is told when the difference is gone.
 */
export type Difference =
  /** A batch answers the value that was set last, not the one labelled AWSCURRENT. */
  | 'batch-ignores-labels'
  /** Names, lengths and the number of tags are not checked. */
  | 'no-limits'
  /** Where there is no previous version it says that there is no secret. */
  | 'previous-is-no-secret'
  /** A secret that waits for its end can be written and created again. */
  | 'deleted-is-writable';

/** What is tried, and where. */
export interface Suite {
  /** As in "the adapter on moto". */
  on: string;
  regions: readonly string[];
  differences?: readonly Difference[];
  open(): Promise<ContractAws>;
}
