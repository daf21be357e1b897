import { ResponseError } from '@backstage/errors';
import {
  createWindow,
  deleteWindow,
  freezeMerges,
  FreezeWindow,
  listLocks,
  listWindows,
  Lock,
  lock,
  Occurrence,
  previewWindow,
  unlock,
} from '@sphera/plugin-locks-common';
import { Operation, OperationsClient } from '@sphera/plugin-operations-common';
import { listServices } from '@sphera/plugin-services-common';

type Answer = (input: any) => unknown;

/** Five Fridays to Mondays in the winter of Berlin. */
export const occurrences: Occurrence[] = [1, 8, 15, 22, 29].map(day => ({
  start: new Date(Date.UTC(2027, 0, day, 15)).toISOString(),
  end: new Date(Date.UTC(2027, 0, day + 3, 7)).toISOString(),
}));

/**
 * Locks in memory behind the client that pages use. Inputs are checked by the
 * operations' own schemas, so a page gets the answers that a backend gives.
 */
export class LocksOfTest implements OperationsClient {
  locks: Lock[] = [];
  windows: FreezeWindow[] = [];
  services: { service: string; title: string; owner: string }[] = [];
  /** What pages asked for, apart from reading: name and parsed input. */
  readonly changes: [string, any][] = [];
  private readonly failures = new Map<string, Response>();
  private lastId = 0;

  /** Lets an operation fail until it is called with no failure. */
  fail(operation: Operation, status?: number, message?: string) {
    this.failures.delete(operation.name);
    if (status && message) {
      this.failures.set(operation.name, errorResponse(status, message));
    }
  }

  /** Puts a lock there as if somebody had. */
  place(fields: Partial<Lock>): Lock {
    this.lastId += 1;
    const placed: Lock = {
      id: `lock-${this.lastId}`,
      actions: ['deploy'],
      reason: 'incident 4711',
      placedBy: 'user:default/dana',
      placedAt: new Date(Date.now() - 7_260_000).toISOString(),
      ...fields,
    };
    this.locks = [placed, ...this.locks];
    return placed;
  }

  async call(operation: Operation, input: any): Promise<any> {
    const failure = this.failures.get(operation.name);
    if (failure) throw await ResponseError.fromResponse(failure.clone());
    const parsed = operation.input.safeParse(input);
    if (!parsed.success) {
      throw await ResponseError.fromResponse(
        errorResponse(400, 'Some fields are wrong', {
          fields: parsed.error.issues.map(issue => ({
            field: issue.path.join('.'),
            message: issue.message,
          })),
        }),
      );
    }
    if (operation.effect !== 'read') {
      this.changes.push([operation.name, parsed.data]);
    }
    const answer = this.answers[operation.name];
    return JSON.parse(JSON.stringify(answer(parsed.data)));
  }

  private readonly answers: Record<string, Answer> = {
    [listLocks.name]: ({ service, state, limit, cursor }) => {
      const found = this.locks.filter(
        one =>
          Boolean(one.ended) === (state === 'ended') &&
          (!service || !one.service || one.service === service),
      );
      const start = Number(cursor ?? 0);
      const end = start + limit;
      return {
        items: found.slice(start, end),
        totalItems: found.length,
        nextCursor: end < found.length ? String(end) : undefined,
      };
    },
    [lock.name]: ({ expiresIn, ...input }) =>
      this.place({ ...input, placedAt: new Date().toISOString() }),
    [freezeMerges.name]: ({ expiresIn, ...input }) =>
      this.place({ ...input, actions: ['merge'] }),
    [unlock.name]: ({ id, reason }) => {
      const found = this.locks.find(one => one.id === id)!;
      found.ended = {
        how: 'released',
        at: new Date().toISOString(),
        by: 'user:default/kim',
        reason,
      };
      return found;
    },
    [listWindows.name]: () => ({
      items: this.windows,
      totalItems: this.windows.length,
    }),
    [previewWindow.name]: () => ({ items: occurrences }),
    [createWindow.name]: input => {
      const made: FreezeWindow = {
        ...input,
        id: `window-${this.windows.length + 1}`,
        origin: 'page',
        createdBy: 'user:default/dana',
        next: occurrences,
      };
      this.windows.push(made);
      return made;
    },
    [deleteWindow.name]: ({ id }) => {
      const found = this.windows.find(one => one.id === id)!;
      this.windows = this.windows.filter(one => one !== found);
      return found;
    },
    [listServices.name]: ({ text = '' }) => {
      const items = this.services
        .filter(one => one.title.toLowerCase().includes(text.toLowerCase()))
        .map(({ service, title, owner }) => ({
          service,
          title,
          owners: [{ ref: `group:default/${owner}`, title: owner }],
        }));
      return { items, totalItems: items.length };
    },
  };
}

function errorResponse(status: number, message: string, details?: object) {
  return new Response(
    JSON.stringify({
      error: { name: 'Error', message, details },
      response: { statusCode: status },
    }),
    { status, headers: { 'content-type': 'application/json' } },
  );
}
