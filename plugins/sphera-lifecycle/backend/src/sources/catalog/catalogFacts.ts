import { parseEntityRef } from '@backstage/catalog-model';
import type { SeenFact } from '@sphera/plugin-lifecycle-node';
import {
  counted,
  listed,
  type ServiceEntry,
} from '@sphera/plugin-operations-node';
import type { ServiceRefs } from './refsOf';

const DOCS = ['backstage.io/techdocs-ref', 'backstage.io/techdocs-entity'];
/** Says that a service needs no resources; its value is `none`. */
const RESOURCES_ANNOTATION = 'sphera.io/resources';
const RETIRED = 'retired';

const yes = (sentence: string): SeenFact => ({ holds: true, sentence });
const no = (sentence: string): SeenFact => ({ holds: false, sentence });

/** What the entry of a service says, as facts. */
export function catalogFacts(
  service: ServiceEntry,
  refs: ServiceRefs,
  /** Titles of those that the catalog has, by ref. */
  inCatalog: ReadonlyMap<string, string>,
): Record<string, SeenFact> {
  const link = { title: 'Catalog entry', url: pageOf(service.ref) };
  const linked = (seen: SeenFact): SeenFact => ({ link, ...seen });
  return {
    'owner-set': linked(owner(refs, inCatalog)),
    'links-set': linked(links(service)),
    'docs-exist': linked(docs(service)),
    'resources-known': linked(resources(service, refs, inCatalog)),
    'retired-declared': linked(retired(service)),
  };
}

function owner(
  { owners }: ServiceRefs,
  inCatalog: ReadonlyMap<string, string>,
): SeenFact {
  const unknown = owners.filter(ref => !inCatalog.has(ref));
  if (owners.length === 0) {
    return no('The entry names no owner: set spec.owner to a group');
  }
  if (unknown.length > 0) {
    return no(
      `The catalog has no ${listed(unknown)}, which the entry names as owner`,
    );
  }
  return yes(`Its owner is ${listed(titlesOf(owners, inCatalog))}`);
}

function links({ links: all = [] }: ServiceEntry): SeenFact {
  if (all.length === 0) {
    return no(
      'The entry has no links: add those that whoever is on call needs, like its runbook, to metadata.links',
    );
  }
  const titles = all.map(({ title, url }) => title ?? url);
  return yes(`The entry has ${counted(all.length, 'link')}: ${listed(titles)}`);
}

function docs({ ref, annotations }: ServiceEntry): SeenFact {
  const named = DOCS.find(name => annotations[name]);
  if (!named) {
    return no(
      `The entry has no annotation ${DOCS[0]}: write documentation beside the code and name its folder there`,
    );
  }
  return {
    ...yes(`The entry says where its documentation is (${annotations[named]})`),
    link: {
      title: 'Documentation',
      url: pageOf(ref).replace('/catalog/', '/docs/'),
    },
  };
}

function resources(
  { annotations }: ServiceEntry,
  { resources: all }: ServiceRefs,
  inCatalog: ReadonlyMap<string, string>,
): SeenFact {
  const unknown = all.filter(ref => !inCatalog.has(ref));
  if (unknown.length > 0) {
    return no(
      `The catalog has no ${listed(unknown)}, which it is said to depend on`,
    );
  }
  if (all.length > 0) {
    return yes(`It depends on ${listed(titlesOf(all, inCatalog))}`);
  }
  if (annotations[RESOURCES_ANNOTATION] === 'none') {
    return yes(`It needs none, says ${RESOURCES_ANNOTATION} of its entry`);
  }
  return no(
    `The entry names no resources: list its databases, queues and topics in spec.dependsOn, or say ${RESOURCES_ANNOTATION}: none in an annotation`,
  );
}

function retired({ lifecycle }: ServiceEntry): SeenFact {
  if (lifecycle === RETIRED) return yes(`spec.lifecycle is ${RETIRED}`);
  return no(`spec.lifecycle is ${lifecycle ?? 'not set'}, not ${RETIRED}`);
}

function titlesOf(
  refs: readonly string[],
  inCatalog: ReadonlyMap<string, string>,
): string[] {
  return refs.map(ref => inCatalog.get(ref) ?? ref);
}

/** A path of the portal. */
function pageOf(ref: string): string {
  const { kind, namespace, name } = parseEntityRef(ref);
  return `/catalog/${namespace}/${kind}/${name}`;
}
