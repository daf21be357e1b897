import type { OutputOf, RequestOf } from '@sphera/plugin-operations-common';
import { useOperation } from '@sphera/plugin-operations-react';
import { previewAdoption } from '@sphera/plugin-secrets-common';
import { useDeferredValue } from 'react';

/** What is asked about: a service may not be chosen yet. */
type Question = Omit<RequestOf<typeof previewAdoption>, 'service'> & {
  service: string | undefined;
};

/** What an adoption takes, once it is known. */
export interface Adoption {
  data?: OutputOf<typeof previewAdoption>;
  error: Error | null;
  refetch(): void;
}

/** What bringing a secret to the standard would take; it follows what is typed. */
export function useAdoption({ service, name, ...where }: Question): Adoption {
  const typed = useDeferredValue(name);
  const question = {
    ...where,
    service: service ?? '',
    name: typed || undefined,
  };
  const preview = useOperation(previewAdoption, question, {
    enabled: service !== undefined,
    keepPrevious: true,
  });
  return {
    // A plan for another name is no plan.
    data: preview.isPlaceholderData || preview.error ? undefined : preview.data,
    error: preview.error,
    refetch: preview.refetch,
  };
}
