import { useEntityPresentation } from '@backstage/plugin-catalog-react';

/** A service as people call it, by entity ref; not linked, for where everything else is. */
export function ServiceTitle(props: { service: string }) {
  const { primaryTitle } = useEntityPresentation(props.service);
  return <>{primaryTitle}</>;
}
