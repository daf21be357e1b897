import type { SecretRow } from '@sphera/plugin-secrets-common';
import { driftingIn } from '../../parts/mending';
import { isThere } from '../../parts/stateWords';

/** How a secret is in an environment as a whole, in a sentence. */
export function environmentInWords(
  row: SecretRow,
  environment: string,
): string {
  const cells = row.cells.filter(cell => cell.environment === environment);
  const drifting = driftingIn(row, environment).length;
  if (drifting > 0) {
    const differ = drifting === 1 ? 'differs' : 'differ';
    return `${drifting} of ${cells.length} regions ${differ} from the others.`;
  }
  if (cells.some(({ state }) => state === 'unseen')) {
    return 'Not every region has been seen.';
  }
  const held = cells.filter(({ state }) => isThere(state));
  if (held.length === 0) return 'This environment does not have it.';
  if (held.some(({ state }) => state === 'pending-deletion')) {
    return 'It is being deleted.';
  }
  if (cells.length === 1) return 'Its only region has it.';
  return row.differsByRegion
    ? 'Every region has a value of its own.'
    : 'Every region holds the same value.';
}
