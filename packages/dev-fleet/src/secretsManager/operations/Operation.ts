import type { AwsError } from '../../aws/AwsError';
import type { Fields } from '../../aws/Fields';
import type { SecretStore } from '../store/SecretStore';

/** One call to Secrets Manager in one place. */
export interface Call {
  store: SecretStore;
  fields: Fields;
  /** Milliseconds since 1970. */
  now: number;
  /** What keeps the caller from reading values, where it is that alone which they may not. */
  cannotRead(): AwsError | undefined;
}

/** Does a call and answers as the API does. @throws AwsError */
export type Operation = (call: Call) => object;
