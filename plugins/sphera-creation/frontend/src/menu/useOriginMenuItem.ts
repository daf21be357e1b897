import { useEntity } from '@backstage/plugin-catalog-react';
import { CREATION_ANNOTATION } from '@sphera/plugin-creation-common';
import { useCreationLinks } from '../parts/useCreationLinks';

/** The item in the menu of a service's page that leads to how it was created. */
export function useOriginMenuItem() {
  const { entity } = useEntity();
  const links = useCreationLinks();
  const creation = entity.metadata.annotations?.[CREATION_ANNOTATION] ?? '';
  return { title: 'How it was created', href: links.toCreation(creation) };
}
