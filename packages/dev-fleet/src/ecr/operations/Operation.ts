import type { Fields } from '../../aws/Fields';
import type { ImageRegistry } from '../store/ImageRegistry';

/** One call to ECR in one place. */
export interface Call {
  registry: ImageRegistry;
  fields: Fields;
  /** Milliseconds since 1970. */
  now: number;
}

/** Does a call and answers as the API does. @throws AwsError */
export type Operation = (call: Call) => object;

/** A moment as the API writes it, in seconds. */
export const inSeconds = (milliseconds: number): number => milliseconds / 1_000;
