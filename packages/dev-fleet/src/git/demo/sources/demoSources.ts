import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { services } from '../../../kubernetes/demo/services';
import { LANGUAGES, type DemoSource } from './DemoSource';

const CATALOG = join(
  dirname(require.resolve('@sphera/dev-fleet/package.json')),
  'catalog',
);

/** What is read of a component of the catalog. */
interface Component {
  metadata: {
    name: string;
    title: string;
    description: string;
    annotations: Record<string, string>;
    tags: string[];
  };
}

/** The services of the demo company that have a repository of their own: all that are in its catalog. */
export function demoSources(): DemoSource[] {
  return readdirSync(CATALOG)
    .filter(file => file.endsWith('.yaml'))
    .flatMap(file => readFileSync(join(CATALOG, file), 'utf8').split('\n---\n'))
    .filter(text => /^kind: Component$/m.test(text))
    .map(toSource);
}

function toSource(text: string): DemoSource {
  const { metadata } = parse(text) as Component;
  const { name, title, description, annotations, tags } = metadata;
  return {
    service: services.find(each => each.name === name)!,
    repository: annotations['github.com/project-slug'],
    title,
    description,
    language: LANGUAGES.find(each => tags.includes(each))!,
    catalogText: `${text
      // What stands above the first one is about the file.
      .replace(/^#.*\n/, '')
      .replace(/(techdocs-ref: dir:).*/, '$1.')
      .trim()}\n`,
  };
}
