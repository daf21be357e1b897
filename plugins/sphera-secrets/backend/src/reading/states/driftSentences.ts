import { duration, listed } from '@sphera/plugin-operations-node';
import { dayInWords } from '../moment';
import { recoverableUntil } from './deletion';
import type { AssessedCell, AssessedEnvironment } from './Assessment';

/** What sentences are made with. */
export interface Words {
  /** A region as people read it. */
  region(name: string): string;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * What is wrong in some places of an environment, all in the same way, and what
 * would be right; of what does not differ, nothing.
 */
export function driftSentence(
  cells: readonly AssessedCell[],
  environment: AssessedEnvironment,
  words: Words,
): string {
  const regions = regionsOf(cells, words);
  const verb = (one: string, more: string) => (cells.length === 1 ? one : more);
  const others = {
    live: regionsOf(environment.live, words),
    right: regionsOf(environment.right, words),
  };
  switch (cells[0].drift) {
    case 'missing': {
      const deleted = cells.filter(({ record }) => record);
      const lacking = cells.filter(({ record }) => !record);
      const have = `while ${others.live} ${
        environment.live.length === 1 ? 'has' : 'have'
      } it`;
      return [
        ...(lacking.length > 0 ? [lacks(lacking, have, words)] : []),
        ...(deleted.length > 0 ? [isDeleted(deleted, have, words)] : []),
      ].join(' ');
    }
    case 'stale':
      return `${regions} still ${verb('has', 'have')} an earlier value than ${
        others.right
      }${changed(environment.right, words)}: copy it from there.`;
    case 'different': {
      const own = latest(cells);
      const theirs = latest(environment.right);
      const when =
        own === undefined || (theirs !== undefined && theirs > own)
          ? changed(environment.right, words)
          : `, changed ${ago(own, words)}`;
      return `${regions} ${verb(
        'has another value',
        'have other values',
      )} than ${others.right}${when}.`;
    }
    default:
      return '';
  }
}

/** That a secret is deleted, and until when that can be taken back. */
export function deletionSentence(
  deletedAt: number | undefined,
  words: Words,
): string {
  return `It is deleted${untilWhen(deletedAt, words)}.`;
}

/** `3 days ago`, `just now`. */
export function ago(at: number, { now }: Pick<Words, 'now'>): string {
  return now - at < 60_000 ? 'just now' : `${duration(now - at)} ago`;
}

function lacks(
  cells: readonly AssessedCell[],
  whileOthers: string,
  words: Words,
): string {
  const verb = cells.length === 1 ? 'lacks' : 'lack';
  return `${regionsOf(
    cells,
    words,
  )} ${verb} it, ${whileOthers}: copy it there.`;
}

function isDeleted(
  cells: readonly AssessedCell[],
  whileOthers: string,
  words: Words,
): string {
  const when = untilWhen(cells[0].record?.deletedAt, words);
  return `It is deleted in ${regionsOf(
    cells,
    words,
  )}${when}, ${whileOthers}: restore it there, or delete it everywhere.`;
}

function untilWhen(deletedAt: number | undefined, { now }: Words): string {
  const until = recoverableUntil(deletedAt, now);
  return until === undefined
    ? ' and can still be restored'
    : ` and can be restored until ${dayInWords(until)}`;
}

function changed(cells: readonly AssessedCell[], words: Words): string {
  const at = latest(cells);
  return at === undefined ? '' : `, which changed ${ago(at, words)}`;
}

function latest(cells: readonly AssessedCell[]): number | undefined {
  const moments = cells.flatMap(({ record }) => record?.changedAt ?? []);
  return moments.length === 0 ? undefined : Math.max(...moments);
}

function regionsOf(cells: readonly AssessedCell[], { region }: Words): string {
  return listed(cells.map(({ place }) => region(place.region)));
}
