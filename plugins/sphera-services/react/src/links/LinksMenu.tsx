import {
  ButtonIcon,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
} from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { useOperation } from '@sphera/plugin-operations-react';
import { listLinks, type ServiceLink } from '@sphera/plugin-services-common';
import { useState } from 'react';
import { useFleet } from '../fleet/useFleet';
import { LinkMark } from './LinkMark';
import { linkLabel, linkSections } from './linkSections';

/** A button that opens a menu of the links of a service; they are asked for when it is opened. */
export function LinksMenu(props: {
  /** Entity ref. */
  service: string;
  /** As people read it. */
  title: string;
  /** Only links into this one, beside those about none. */
  environment?: string;
}) {
  const { service, title, environment } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={<RiExternalLinkLine size={16} />}
        aria-label={`Links of ${title}`}
      />
      {isOpen && <LinksOf service={service} environment={environment} />}
    </MenuTrigger>
  );
}

function LinksOf(props: { service: string; environment?: string }) {
  const fleet = useFleet();
  const { data, error, refetch } = useOperation(listLinks, props);
  const links = data?.items.filter(({ url }) => url) ?? [];
  const problem = !data && error;
  return (
    <Menu
      placement="bottom end"
      maxHeight="60vh"
      // The menu takes the place of what only told how it stands.
      key={data ? 'links' : 'waiting'}
      onAction={problem ? () => void refetch() : undefined}
      shouldCloseOnSelect={!problem}
    >
      {problem && (
        <MenuItem id="again">Links could not be loaded. Try again</MenuItem>
      )}
      {!data && !error && (
        <MenuItem id="loading" isDisabled>
          Links are loading
        </MenuItem>
      )}
      {data && links.length === 0 && (
        <MenuItem id="none" isDisabled>
          No links yet
        </MenuItem>
      )}
      {linkSections(links, fleet).map(section => (
        <MenuSection key={section.title} title={section.title}>
          {section.links.map(link => (
            <MenuItem
              key={keyOf(link)}
              id={keyOf(link)}
              href={link.url}
              target="_blank"
              rel="noopener noreferrer"
              iconStart={<LinkMark icon={link.icon} />}
            >
              {linkLabel(link, fleet)}
            </MenuItem>
          ))}
        </MenuSection>
      ))}
    </Menu>
  );
}

function keyOf({ id, environment, region, cluster }: ServiceLink): string {
  return [id, environment, region, cluster].join(' ');
}
