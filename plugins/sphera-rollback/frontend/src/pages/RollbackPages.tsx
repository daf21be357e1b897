import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { PageSkeleton } from '@sphera/plugin-operations-react';

const RollbacksPage = lazy(() =>
  import('../list/RollbacksPage').then(m => ({ default: m.RollbacksPage })),
);
const StartPage = lazy(() =>
  import('../start/StartPage').then(m => ({ default: m.StartPage })),
);
const StartSetPage = lazy(() =>
  import('../set/StartSetPage').then(m => ({ default: m.StartSetPage })),
);
const SetPage = lazy(() =>
  import('../set/SetPage').then(m => ({ default: m.SetPage })),
);
const RollbackPage = lazy(() =>
  import('../progress/RollbackPage').then(m => ({ default: m.RollbackPage })),
);

/** What is below `/rollbacks`; each page loads when somebody comes to it. */
export function RollbackPages() {
  return (
    <Suspense fallback={<PageSkeleton what="The page" />}>
      <Routes>
        <Route index element={<RollbacksPage />} />
        <Route path="start" element={<StartPage />} />
        <Route path="sets/start" element={<StartSetPage />} />
        <Route path="sets/:id" element={<SetPage />} />
        <Route path=":id" element={<RollbackPage />} />
      </Routes>
    </Suspense>
  );
}
