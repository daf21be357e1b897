import type { ScmIntegrationRegistry } from '@backstage/integration';
import { sourceOf } from '@sphera/plugin-git-node';
import type { ServiceEntry } from '@sphera/plugin-operations-node';

/** A repository, and the services that are built from it. */
export interface RepositoryOfServices {
  /** In lower case: GitHub does not tell cases apart. */
  name: string;
  spelled: string;
  /** Entity refs, sorted. */
  services: string[];
}

/** The repositories of services on one host, and others by their names. */
export function repositoriesOf(
  services: readonly ServiceEntry[],
  about: {
    others: readonly string[];
    /** Left out, in lower case. */
    except: readonly string[];
    host: string;
    integrations: ScmIntegrationRegistry;
  },
): RepositoryOfServices[] {
  const found = new Map<string, RepositoryOfServices>();
  const of = (spelled: string) => {
    const name = spelled.toLowerCase();
    const known = found.get(name) ?? { name, spelled, services: [] };
    found.set(name, known);
    return known;
  };
  for (const { ref, annotations } of services) {
    const source = sourceOf(annotations, about.integrations);
    if (source?.host !== about.host) continue;
    of(`${source.owner}/${source.repo}`).services.push(ref);
  }
  for (const name of about.others) of(name);
  for (const each of found.values()) each.services.sort();
  for (const name of about.except) found.delete(name);
  return [...found.values()];
}
