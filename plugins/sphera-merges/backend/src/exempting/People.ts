import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const LOGIN = 'github.com/user-login';
const FIELD = `metadata.annotations.${LOGIN}`;

/** Who is who: logins on GitHub, and people of the catalog (annotation `github.com/user-login`). */
export class People {
  constructor(
    private readonly parts: {
      auth: Pick<AuthService, 'getOwnServiceCredentials'>;
      catalog: Pick<CatalogService, 'getEntities'>;
      /** Whose label counts: logins in lower case, and entity refs. */
      allowed: readonly string[];
    },
  ) {}

  /** Whether the label of somebody counts. */
  async mayExempt(login: string): Promise<boolean> {
    const { allowed } = this.parts;
    if (allowed.includes(login.toLowerCase())) return true;
    const isOfCatalog = allowed.some(person => person.startsWith('user:'));
    if (!isOfCatalog) return false;
    const ref = await this.refOf(login);
    return (
      ref !== undefined &&
      allowed.some(person => person.startsWith('user:') && full(person) === ref)
    );
  }

  /** Entity ref of who has a login; `undefined`: the catalog does not say. */
  async refOf(login: string): Promise<string | undefined> {
    const { auth, catalog } = this.parts;
    const { items } = await catalog.getEntities(
      {
        filter: { kind: 'user', [FIELD]: login },
        fields: ['kind', 'metadata'],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    // The catalog does not tell cases apart, as GitHub does not.
    return items.length === 1 ? stringifyEntityRef(items[0]) : undefined;
  }
}

/** `user:noor` is `user:default/noor`. */
function full(person: string): string {
  return person.includes('/') ? person : person.replace(':', ':default/');
}
