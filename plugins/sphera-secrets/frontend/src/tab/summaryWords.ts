import type { SecretsOfService } from '@sphera/plugin-secrets-common';

type Sum = SecretsOfService['environments'][number];

/** An environment in words, after its name: `9 secrets, all in step`. */
export function summaryInWords(sum: Sum | undefined, regions: number): string {
  if (!sum || sum.secrets === 0) return 'no secrets';
  const { secrets, drifting, isComplete } = sum;
  const count = secrets === 1 ? '1 secret' : `${secrets} secrets`;
  if (drifting > 0) {
    return `${drifting} of ${count} ${drifting === 1 ? 'drifts' : 'drift'}`;
  }
  if (!isComplete) return `${count}, as far as is seen`;
  if (regions === 1) return count;
  return secrets === 1 ? `${count}, in step` : `${count}, all in step`;
}

/** How loud that is. */
export function summaryTone(
  sum: Sum | undefined,
): 'fine' | 'wrong' | 'unclear' {
  if (!sum) return 'fine';
  if (sum.drifting > 0) return 'wrong';
  return sum.isComplete || sum.secrets === 0 ? 'fine' : 'unclear';
}
