import { ButtonLink, Text } from '@backstage/ui';
import type { ServiceLink } from '@sphera/plugin-services-common';
import {
  linkLabel,
  LinkMark,
  type LinkSection,
  useFleet,
} from '@sphera/plugin-services-react';
import { useId } from 'react';
import styles from './LinksCard.module.css';

/** Some links of a service with their heading; those that a service lacks something for say so below. */
export function LinksUnder(props: { section: LinkSection }) {
  const { title, links } = props.section;
  const fleet = useFleet();
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <Text as="h4" id={heading} variant="body-small" color="secondary">
        {title}
      </Text>
      <ul className={styles.links}>
        {links.map(link => (
          <li key={`${link.id} ${link.region} ${link.cluster}`}>
            {link.url ? (
              <ButtonLink
                href={link.url}
                target="_blank"
                rel="noopener noreferrer"
                size="small"
                variant="secondary"
                className={styles.link}
                iconStart={<LinkMark icon={link.icon} />}
              >
                {linkLabel(link, fleet)}
              </ButtonLink>
            ) : (
              <Lacking link={link} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lacking({ link }: { link: ServiceLink }) {
  return (
    <Text color="secondary" className={styles.lacking}>
      <LinkMark icon={link.icon} />
      <span>
        {link.title} is not set up: {link.lacks}
      </span>
    </Text>
  );
}
