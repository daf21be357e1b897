import { hashOf, nameSuffix, seededRandom } from '../../kubernetes/random';
import type { StoredValue } from '../store/StoredSecret';
import type { DemoSecret } from './DemoSecret';

/**
 * A value that nobody can mistake for a real one, always the same for what it is of.
 *
 * @param of whose it is, of which revision; other texts give other values
 */
export function demoValue(kind: DemoSecret['kind'], of: string): StoredValue {
  const random = seededRandom(hashOf(of));
  if (kind === 'binary') {
    return Buffer.from(
      Array.from({ length: 96 }, () => Math.floor(random() * 256)),
    );
  }
  const word = `opens-nothing-${nameSuffix(random)}-${nameSuffix(random)}`;
  if (kind !== 'login') return word;
  return JSON.stringify({ username: 'demo-account', password: word });
}
