import { createHmac, randomBytes } from 'node:crypto';

/** 96 bits: among a million different values, two alike by chance once in 10^17. */
const LENGTH = 16;

/**
 * Stands in for values that must not be kept: equal values have equal
 * fingerprints, and nothing can be learned from one, since the key never leaves the
 * process and is another in each.
 */
export class Fingerprints {
  constructor(private readonly key: Buffer = randomBytes(32)) {}

  /** 16 characters. */
  of(value: string): string {
    return createHmac('sha256', this.key)
      .update(value)
      .digest('base64')
      .slice(0, LENGTH);
  }
}
