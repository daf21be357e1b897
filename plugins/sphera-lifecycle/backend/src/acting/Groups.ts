import type { AuthService } from '@backstage/backend-plugin-api';
import {
  type Entity,
  RELATION_CHILD_OF,
  RELATION_HAS_MEMBER,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { type Clock, groupedBy } from '@sphera/plugin-operations-node';

const OLDEST_MS = 60_000;

interface Read {
  parents: ReadonlyMap<string, readonly string[]>;
  children: ReadonlyMap<string, readonly string[]>;
  members: ReadonlyMap<string, readonly string[]>;
  /** Milliseconds since 1970. */
  at: number;
}

/** Which groups are part of which, and who is in them, by the relations of the catalog: at most a minute old. */
export class Groups {
  #known?: Read;

  constructor(
    private readonly parts: {
      auth: AuthService;
      catalog: CatalogService;
      clock: Pick<Clock, 'now'>;
    },
  ) {}

  /**
   * These groups, and those that they are part of, however far up.
   * While the catalog has never answered, only these.
   */
  async withParents(refs: readonly string[]): Promise<ReadonlySet<string>> {
    const known = await this.#read();
    return reachedFrom(refs, ref => known?.parents.get(ref));
  }

  /** Who is in these groups, or in groups within them; `undefined` while the catalog has never answered. */
  async membersOf(
    groups: readonly string[],
  ): Promise<readonly string[] | undefined> {
    const known = await this.#read();
    if (!known) return undefined;
    const all = reachedFrom(groups, ref => known.children.get(ref));
    return [...all].flatMap(ref => known.members.get(ref) ?? []);
  }

  async #read(): Promise<Read | undefined> {
    const { auth, catalog, clock } = this.parts;
    const now = clock.now();
    if (this.#known && now - this.#known.at < OLDEST_MS) return this.#known;
    try {
      const { items } = await catalog.getEntities(
        {
          filter: { kind: 'Group' },
          fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      this.#known = readFrom(items, now);
    } catch {
      // What was known last is nearer to the truth than nothing.
    }
    return this.#known;
  }
}

function readFrom(groups: readonly Entity[], at: number): Read {
  const targets = (type: string) =>
    new Map(
      groups.map(group => [
        stringifyEntityRef(group),
        (group.relations ?? [])
          .filter(relation => relation.type === type)
          .map(({ targetRef }) => targetRef),
      ]),
    );
  const parents = targets(RELATION_CHILD_OF);
  const pairs = [...parents].flatMap(([child, all]) =>
    all.map(parent => ({ parent, child })),
  );
  const children = new Map(
    groupedBy(pairs, ({ parent }) => parent).map(found => [
      found[0].parent,
      found.map(({ child }) => child),
    ]),
  );
  return { parents, children, members: targets(RELATION_HAS_MEMBER), at };
}

/** Ends also where groups are part of each other. */
function reachedFrom(
  refs: readonly string[],
  next: (ref: string) => readonly string[] | undefined,
): ReadonlySet<string> {
  const reached = new Set(refs);
  // What is added while it is walked through is walked through, too.
  for (const ref of reached) {
    for (const other of next(ref) ?? []) reached.add(other);
  }
  return reached;
}
