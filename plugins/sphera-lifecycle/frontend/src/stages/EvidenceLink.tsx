import { Link } from '@backstage/ui';

/** Where one sees something oneself: in the portal, or elsewhere in a tab of its own. */
export function EvidenceLink(props: { link: { title: string; url: string } }) {
  const { title, url } = props.link;
  return url.startsWith('/') ? (
    <Link href={url}>{title}</Link>
  ) : (
    <Link href={url} target="_blank" rel="noopener">
      {title}
    </Link>
  );
}
