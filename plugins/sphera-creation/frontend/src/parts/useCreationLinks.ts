import { useRouteRef } from '@backstage/frontend-plugin-api';
import {
  creationRouteRef,
  creationsRouteRef,
  taskRouteRef,
  templatesRouteRef,
} from '../routes';

/** Where the pages around creations are. */
export interface CreationLinks {
  /** The list of all of them, or of those of one name. */
  toCreations(name?: string): string;
  /** One of them, by id. */
  toCreation(id: string): string;
  /** Where one chooses what to create. */
  toTemplates(): string;
  /** A task of the scaffolder, by id; undefined in an app without it. */
  toTask(id: string): string | undefined;
}

/** Finds the addresses of creations. */
export function useCreationLinks(): CreationLinks {
  const creations = useRouteRef(creationsRouteRef);
  const creation = useRouteRef(creationRouteRef);
  const templates = useRouteRef(templatesRouteRef);
  const task = useRouteRef(taskRouteRef);
  return {
    toCreations: name => {
      const query = name ? `?${new URLSearchParams({ name })}` : '';
      return `${creations?.() ?? ''}${query}`;
    },
    toCreation: id => creation?.({ id }) ?? '',
    toTemplates: () => templates?.() ?? '',
    toTask: taskId => task?.({ taskId }),
  };
}
