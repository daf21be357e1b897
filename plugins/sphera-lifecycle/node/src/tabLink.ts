import type { ServiceEntry } from '@sphera/plugin-operations-node';
import type { SeenFact } from './FactSource';

/**
 * A link to a tab of a service, for what one sees there.
 * @param path - of the tab: `deployments`
 */
export function tabLink(
  { ref }: Pick<ServiceEntry, 'ref'>,
  { path, title }: { path: string; title: string },
): NonNullable<SeenFact['link']> {
  const [kind, namespace, name] = ref.split(/[:/]/);
  return { title, url: `/catalog/${namespace}/${kind}/${name}/${path}` };
}
