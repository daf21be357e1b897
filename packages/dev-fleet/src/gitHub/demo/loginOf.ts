import type { GitPerson } from '../../git/fastImport';

/** What somebody of the demo company is called on GitHub: `dana-okafor`. */
export const loginOf = ({ name }: GitPerson): string =>
  name.toLowerCase().replace(' ', '-');
