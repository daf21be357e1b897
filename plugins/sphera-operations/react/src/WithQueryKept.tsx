import type { ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';

/**
 * Leads from a page to its first sub-page with the question in the address, which
 * the page's own redirect forgets: `/deployments?only=drift`.
 */
export function WithQueryKept(props: {
  /** Path of the first sub-page. */
  first: string;
  children: ReactNode;
}) {
  const { search } = useLocation();
  return (
    <Routes>
      <Route
        index
        element={<Navigate to={{ pathname: props.first, search }} replace />}
      />
      <Route path="*" element={props.children} />
    </Routes>
  );
}
