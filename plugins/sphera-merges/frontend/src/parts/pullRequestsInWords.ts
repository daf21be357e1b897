import type { Hold } from '@sphera/plugin-merges-common';

/** `12 open pull requests, 10 held, 2 exempt`. */
export function pullRequestsInWords({
  open,
  held,
  exempt,
}: Hold['pullRequests']): string {
  if (open === 0) return 'no open pull request';
  const words = [
    open === 1 ? '1 open pull request' : `${open} open pull requests`,
    held > 0 && `${held} held`,
    exempt > 0 && `${exempt} exempt`,
  ];
  return words.filter(Boolean).join(', ');
}
