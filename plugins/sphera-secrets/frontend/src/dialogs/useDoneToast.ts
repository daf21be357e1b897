import { toastApiRef, useApi } from '@backstage/frontend-plugin-api';

const SHOWN_MS = 4_000;

/** Says in passing that something was done. */
export function useDoneToast(): (sentence: string) => void {
  const toasts = useApi(toastApiRef);
  return title => toasts.post({ title, status: 'success', timeout: SHOWN_MS });
}
