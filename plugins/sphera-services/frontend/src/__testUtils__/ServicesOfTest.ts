import { ResponseError } from '@backstage/errors';
import { Operation, OperationsClient } from '@sphera/plugin-operations-common';
import {
  FacetChoice,
  listLinks,
  ServiceLink,
  ServiceRow,
  ServicesPage,
  StaleFacts,
} from '@sphera/plugin-services-common';

/** A service with everything that a row may say. */
export function row(name: string, rest: Partial<ServiceRow> = {}): ServiceRow {
  return {
    service: `component:default/${name}`,
    name,
    title: name,
    owners: [{ ref: 'group:default/booking', title: 'Booking' }],
    type: 'microservice',
    lifecycle: 'production',
    environments: ['staging', 'production'],
    facts: {},
    ...rest,
  };
}

/**
 * Services in memory behind the client that the page uses. Inputs are checked by
 * the operation's own schema; filters are the few that tests use.
 */
export class ServicesOfTest implements OperationsClient {
  rows: ServiceRow[] = [];
  staleFacts: StaleFacts[] = [];
  /** What facts can be filtered by, by their id. */
  factChoices: Record<string, FacetChoice[]> = {};
  /** Of every service. */
  links: ServiceLink[] = [];
  /** Every question asked, as the page wrote it. */
  readonly asked: Record<string, unknown>[] = [];
  private failure?: { status: number; message: string };

  /** Lets the next questions fail; with nothing, lets them succeed again. */
  fail(status?: number, message = 'The catalog does not answer') {
    this.failure = status ? { status, message } : undefined;
  }

  async call(operation: Operation, input: any): Promise<any> {
    this.asked.push(JSON.parse(JSON.stringify(input)));
    if (this.failure) throw await this.error();
    const parsed = operation.input.parse(input);
    return operation.name === listLinks.name
      ? { items: this.links }
      : this.answer(parsed);
  }

  private answer(input: any): ServicesPage {
    const found = this.rows.filter(
      one =>
        (!input.text || one.title.includes(input.text)) &&
        (!input.team || one.owners.some(({ ref }) => ref === input.team)) &&
        (!input.locked || one.facts.locks !== undefined) &&
        (!input.mine || one.owners[0]?.title === 'Booking'),
    );
    const offset = Number(input.cursor ?? 0);
    const end = offset + input.limit;
    return {
      items: found.slice(offset, end),
      totalItems: found.length,
      offset,
      nextCursor: end < found.length ? String(end) : undefined,
      previousCursor: offset > 0 ? String(offset - input.limit) : undefined,
      facets: {
        teams: this.teams(),
        environments: [],
        types: [],
        lifecycles: [],
        facts: this.factChoices,
      },
      staleFacts: this.staleFacts,
    };
  }

  private teams(): FacetChoice[] {
    const owners = new Map(
      this.rows.flatMap(one =>
        one.owners.map(({ ref, title }) => [ref, title]),
      ),
    );
    return [...owners].map(([value, title]) => ({ value, title, count: 1 }));
  }

  private async error() {
    const { status, message } = this.failure!;
    return ResponseError.fromResponse(
      new Response(
        JSON.stringify({
          error: { name: 'Error', message },
          response: { statusCode: status },
        }),
        { status, headers: { 'content-type': 'application/json' } },
      ),
    );
  }
}
