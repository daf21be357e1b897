import type { DemoSource } from '../DemoSource';
import { COMMANDS } from './programTexts';

/** What somebody reads first. */
export function readmeText({
  title,
  description,
  language,
  service: { team },
}: DemoSource): string {
  const { test, build } = COMMANDS[language];
  return `# ${title}

${description}. The ${team} team looks after it.

    ${test}
    ${build}

How it works is told in [docs](docs/index.md), what it belongs to in \`catalog-info.yaml\`.
`;
}

/** Its documentation, by path. */
export const documentTexts = ({
  title,
  description,
  service: { system, team },
}: DemoSource): Record<string, string> => ({
  'mkdocs.yml': `site_name: ${title}\nnav:\n  - Overview: index.md\nplugins:\n  - techdocs-core\n`,
  'docs/index.md': `# ${title}\n\n${description}.\n\nIt is a part of ${system}. Whoever has a question asks the ${team} team.\n`,
});
