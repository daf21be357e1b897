import { PageSkeleton } from '@sphera/plugin-operations-react';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';

const CreationsPage = lazy(() =>
  import('../list/CreationsPage').then(m => ({ default: m.CreationsPage })),
);
const CreationPage = lazy(() =>
  import('../creation/CreationPage').then(m => ({ default: m.CreationPage })),
);

/** What is in the tab of creations; each page loads when somebody comes to it. */
export function CreationPages() {
  return (
    <Suspense fallback={<PageSkeleton what="The page" />}>
      <Routes>
        <Route index element={<CreationsPage />} />
        <Route path=":id" element={<CreationPage />} />
      </Routes>
    </Suspense>
  );
}
