import type { Report } from '@sphera/plugin-flags-node';

/** More than any flag has ever seen, and still far from where numbers are no longer exact. */
const HIGHEST = 1_000_000_000_000;
const CLUSTER = 63;
const INSTANCE = 64;
const FLAG = 200;

const tooLong = (text: string, most: number) => [...text].length > most;

/** Why a report cannot be kept though it can be read: what it names does not fit; `undefined`: it can. */
export function unkeepable(report: Report): string | undefined {
  const { cluster, instance, sequence } = report;
  if (tooLong(cluster, CLUSTER)) {
    return `names a cluster of more than ${CLUSTER} characters`;
  }
  if (tooLong(instance, INSTANCE)) {
    return `names an instance of more than ${INSTANCE} characters`;
  }
  if (
    [sequence, ...numbersOf(report)].some(number => Math.abs(number) > HIGHEST)
  ) {
    return `has a number of more than ${HIGHEST}`;
  }
  return flagsOf(report).some(flag => tooLong(flag, FLAG))
    ? `names a flag of more than ${FLAG} characters`
    : undefined;
}

function flagsOf(report: Report): string[] {
  if (report.kind === 'snapshot') return report.flags.map(({ flag }) => flag);
  return 'flag' in report ? [report.flag] : [];
}

function numbersOf(report: Report): number[] {
  switch (report.kind) {
    case 'acknowledgement':
      return [report.revision, report.holds];
    case 'refusal':
      return [report.revision];
    case 'snapshot':
      return report.flags.map(({ revision }) => revision ?? 0);
    case 'heartbeat':
      return [report.flags];
    default:
      return [];
  }
}
