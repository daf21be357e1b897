import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Entity } from '@backstage/catalog-model';
import locks from '../../plugins/sphera-locks/backend/src';
import { kubernetesPlugin } from '../../plugins/sphera-kubernetes/backend/src';
import { startPortal } from './Portal';

/** A portal in a process of its own, so that its memory is its own. */
process.once(
  'message',
  async ({ fleet, entities }: { fleet: object; entities: Entity[] }) => {
    const { address, headers } = await startPortal({
      features: [
        kubernetesPlugin,
        locks,
        catalogServiceMock.factory({ entities }),
      ],
      operations: ['sphera-kubernetes:*'],
      fleet,
    });
    process.send!({ portal: { address, headers } });
  },
);
process.on('disconnect', () => process.exit());
