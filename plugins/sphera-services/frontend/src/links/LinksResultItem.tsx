import { useSearch } from '@backstage/plugin-search-react';
import { Link } from '@backstage/ui';
import { titleOf } from '@sphera/plugin-fleet-common';
import { useOperation } from '@sphera/plugin-operations-react';
import {
  type LinksInSearch,
  listLinks,
  type ServiceLink,
} from '@sphera/plugin-services-common';
import { linkLabel, LinkMark, useFleet } from '@sphera/plugin-services-react';
import { RiExternalLinkLine } from '@remixicon/react';
import styles from './LinksResultItem.module.css';
import { wantedLinks } from './wantedLinks';

/** The links of a service among the results of a search: those that the search is about. */
export function LinksResultItem(props: { result: LinksInSearch }) {
  const { title, location, service } = props.result;
  const fleet = useFleet();
  const { term } = useSearch();
  const { data } = useOperation(listLinks, { service });
  const open = (data?.items ?? []).filter(({ url }) => url);
  const nameOf = (link: ServiceLink) =>
    [
      link.environment && titleOf(fleet.environments, link.environment),
      linkLabel(link, fleet),
    ]
      .filter(Boolean)
      .join(': ');
  return (
    <div className={styles.result}>
      <RiExternalLinkLine size={20} aria-hidden className={styles.mark} />
      <div className={styles.words}>
        <Link href={location} standalone weight="bold" variant="title-x-small">
          {title}
        </Link>
        <ul className={styles.links} aria-label={title}>
          {wantedLinks(open, term, fleet).map(link => (
            <li key={nameOf(link) + link.id}>
              <LinkMark icon={link.icon} />
              <Link href={link.url!} target="_blank" rel="noopener noreferrer">
                {nameOf(link)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
