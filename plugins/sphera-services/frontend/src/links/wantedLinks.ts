import { type Fleet, titleOf } from '@sphera/plugin-fleet-common';
import type { ServiceLink } from '@sphera/plugin-services-common';

/** The links that somebody who searched means most: those with the most words of the search; all where none has any. */
export function wantedLinks(
  links: readonly ServiceLink[],
  term: string,
  fleet: Fleet,
): ServiceLink[] {
  const words = wordsOf(term);
  const hits = links.map(link => {
    const own = wordsOf(namesOf(link, fleet).join(' '));
    return words.filter(word => own.some(one => one.startsWith(word))).length;
  });
  const most = Math.max(0, ...hits);
  return links.filter((_, nth) => hits[nth] === most);
}

function namesOf(link: ServiceLink, { environments, regions }: Fleet) {
  const { title, tool, group, environment, region, cluster } = link;
  return [
    title,
    tool,
    group,
    environment,
    environment && titleOf(environments, environment),
    region,
    region && titleOf(regions, region),
    cluster,
  ];
}

function wordsOf(text: string): string[] {
  return text
    .toLocaleLowerCase('en')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
