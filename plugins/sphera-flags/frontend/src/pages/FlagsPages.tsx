import { NotFoundErrorPage } from '@backstage/frontend-plugin-api';
import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router-dom';
import { PageSkeleton } from '@sphera/plugin-operations-react';

const FlagsPage = lazy(() =>
  import('../list/FlagsPage').then(m => ({ default: m.FlagsPage })),
);
const DriftPage = lazy(() =>
  import('../drift/DriftPage').then(m => ({ default: m.DriftPage })),
);
const ClustersPage = lazy(() =>
  import('../agents/ClustersPage').then(m => ({ default: m.ClustersPage })),
);
const FlagPage = lazy(() =>
  import('../flag/FlagPage').then(m => ({ default: m.FlagPage })),
);
const CreateFlagPage = lazy(() =>
  import('../acting/CreateFlagPage').then(m => ({ default: m.CreateFlagPage })),
);
const ChangeFlagPage = lazy(() =>
  import('../acting/ChangeFlagPage').then(m => ({ default: m.ChangeFlagPage })),
);
const StartRolloutPage = lazy(() =>
  import('../rollout/StartRolloutPage').then(m => ({
    default: m.StartRolloutPage,
  })),
);
const RolloutPage = lazy(() =>
  import('../rollout/RolloutPage').then(m => ({ default: m.RolloutPage })),
);

/** What is below `/flags`; each page loads when somebody comes to it. */
export function FlagsPages() {
  return (
    <Suspense fallback={<PageSkeleton what="The page" />}>
      <Routes>
        <Route index element={<FlagsPage />} />
        <Route path="new" element={<CreateFlagPage />} />
        <Route path="drift" element={<DriftPage />} />
        <Route path="clusters" element={<ClustersPage />} />
        <Route path="rollouts/:id" element={<RolloutPage />} />
        <Route path="f/:flag" element={<FlagPage />} />
        <Route path="f/:flag/change" element={<ChangeFlagPage />} />
        <Route path="f/:flag/rollout" element={<StartRolloutPage />} />
        <Route path="*" element={<NotFoundErrorPage />} />
      </Routes>
    </Suspense>
  );
}
