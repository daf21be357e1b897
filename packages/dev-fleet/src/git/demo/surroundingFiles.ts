import { services } from '../../kubernetes/demo/services';
import { REGISTRY } from '../../kubernetes/demo/workload';
import type { ImportedCommit } from '../fastImport';
import { people } from './people';
import type { DemoFile } from './DemoFile';

const DAY = 86_400_000;

const bases = (name: string): Array<[path: string, text: string]> => [
  [
    `tracking/${name}/base/kustomization.yaml`,
    'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n- deployment.yaml\n',
  ],
  [
    `tracking/${name}/base/deployment.yaml`,
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\nspec:\n  selector:\n    matchLabels: { app.kubernetes.io/name: ${name} }\n  template:\n    metadata:\n      labels: { app.kubernetes.io/name: ${name} }\n    spec:\n      containers:\n      - name: ${name}\n        image: ${REGISTRY}/${name}\n`,
  ],
];

/** Commits of what stands around the files that say what runs, the oldest first. */
export function surroundingFiles(
  repository: DemoFile['repository'],
  now: number,
): ImportedCommit[] {
  return repository === 'kestrel-parcels/deployments'
    ? [
        {
          files: {
            'README.md':
              '# What runs where\n\nThe clusters follow `main`. One folder for each team; each team has its own way.\n',
            CODEOWNERS:
              '/booking/ @booking\n/tracking/ @tracking\n/delivery/ @delivery\n',
          },
          message: 'Begin with what runs where',
          author: people.noor,
          at: now - 712 * DAY,
        },
        {
          files: {
            'booking/charts/service/Chart.yaml':
              'apiVersion: v2\nname: service\nversion: 1.8.0\n',
            ...Object.fromEntries(
              services
                .filter(({ team }) => team === 'tracking')
                .flatMap(({ name }) => bases(name)),
            ),
          },
          message: 'A chart for booking, bases for tracking',
          author: people.ken,
          at: now - 155 * DAY,
        },
        {
          files: {
            'README.md':
              '# What runs where\n\nThe clusters follow `main`. One folder for each team; each team has its own way.\n\nTo roll back, use the portal.\n',
          },
          message: 'Rollbacks go through the portal now',
          author: people.noor,
          at: now - 24 * DAY,
        },
      ]
    : [
        {
          files: {
            'README.md':
              '# Billing\n\n`applications/` is read by Argo CD, `releases/` by Flux. Changes need a pull request.\n',
          },
          message: 'Begin: what billing runs',
          author: people.samuel,
          at: now - 158 * DAY,
        },
      ];
}
