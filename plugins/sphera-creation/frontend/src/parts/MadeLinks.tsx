import { Link } from '@backstage/ui';
import type { CreationLink } from '@sphera/plugin-creation-common';
import styles from './MadeLinks.module.css';

const ELSEWHERE = /^https?:\/\//i;

/** Ways to what was made: within the portal, or in a window of its own. */
export function MadeLinks(props: {
  /** What they are, for who cannot see the page. */
  label: string;
  links: readonly CreationLink[];
}) {
  const { label, links } = props;
  return (
    <ul className={styles.links} aria-label={label}>
      {links.map(({ title, url }) => (
        <li key={`${title} ${url}`}>
          <MadeLink title={title} url={url} />
        </li>
      ))}
    </ul>
  );
}

function MadeLink({ title, url }: CreationLink) {
  const isElsewhere = ELSEWHERE.test(url);
  // What is neither an address of the web nor one of the portal leads nowhere.
  if (!isElsewhere && !url.startsWith('/')) return <>{title}</>;
  return (
    <Link
      href={url}
      target={isElsewhere ? '_blank' : undefined}
      rel={isElsewhere ? 'noreferrer' : undefined}
    >
      {title}
    </Link>
  );
}
