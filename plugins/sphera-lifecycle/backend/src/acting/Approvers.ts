import type { AuthService } from '@backstage/backend-plugin-api';
import { RELATION_HAS_MEMBER } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Who the approvers of a step are, by the catalog. */
export class Approvers {
  constructor(
    private readonly parts: { auth: AuthService; catalog: CatalogService },
  ) {}

  /**
   * Whether somebody else than this person could say yes. Where the catalog cannot be asked, that is taken for granted:
   * a request that nobody answers does no harm.
   */
  async hasOther(approvers: readonly string[], person: string) {
    if (approvers.some(ref => isPerson(ref) && ref !== person)) return true;
    const groups = approvers.filter(ref => !isPerson(ref));
    if (groups.length === 0) return false;
    const members = await this.#membersOf(groups).catch(() => undefined);
    return members === undefined || members.some(member => member !== person);
  }

  async #membersOf(groups: string[]): Promise<string[]> {
    const { auth, catalog } = this.parts;
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: groups, fields: ['kind', 'metadata', 'relations'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    return items.flatMap(group =>
      (group?.relations ?? [])
        .filter(({ type }) => type === RELATION_HAS_MEMBER)
        .map(({ targetRef }) => targetRef),
    );
  }
}

function isPerson(ref: string) {
  return ref.startsWith('user:');
}
