import { CREATION_ANNOTATION } from '@sphera/plugin-creation-common';
import { answered } from './asking';
import { serviceOf } from './people';
import { ORGANIZATION, REGION } from './startOutside';
import type { Portal } from './startPortal';

/** What Dana fills in. */
export const DRAFT = {
  kind: 'microservice',
  name: 'parcel-fares',
  owner: 'booking',
  purpose: 'Says what a parcel costs',
  system: 'selling',
  needs: ['http', 'database'],
  regions: [REGION, 'us-east-1'],
};

/** Begins as Dana; the id. */
export async function begin(portal: Portal, more: object = {}) {
  const { id } = await answered(portal.dana, 'begin-creation', {
    ...DRAFT,
    ...more,
  });
  return id as string;
}

/** A manifest as templates write it. */
export const manifestOf = (
  name: string,
  namespace = 'booking',
) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  template:
    spec:
      containers:
        - name: ${name}
          image: 111111111111.dkr.ecr.eu-central-1.amazonaws.com/${name}:set-by-the-pipeline
---
apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
`;

/** What a template does in between: it publishes the repository. */
export async function publish(
  { outside }: Portal,
  id: string,
  name = DRAFT.name,
  files: Record<string, string> = {},
) {
  await outside.ask('POST', `/orgs/${ORGANIZATION}/repos`, { name });
  const all: Record<string, string> = {
    ...Object.fromEntries(
      [`staging/${REGION}`, `production/${REGION}`].map(place => [
        `deploy/${place}.yaml`,
        manifestOf(name),
      ]),
    ),
    ...files,
    // Last, so that it is there once everything is.
    'catalog-info.yaml': `metadata:\n  annotations:\n    ${CREATION_ANNOTATION}: ${id}\n`,
  };
  for (const [path, text] of Object.entries(all)) {
    await outside.ask(
      'PUT',
      `/repos/${ORGANIZATION}/${name}/contents/${path}`,
      {
        message: `Add ${path}`,
        content: Buffer.from(text).toString('base64'),
      },
    );
  }
}

/** What a template does in between: it registers the service. */
export function register({ catalog, outside }: Portal, id: string) {
  catalog.register(
    `${outside.url}/${ORGANIZATION}/${DRAFT.name}/blob/main/catalog-info.yaml`,
    serviceOf(DRAFT.name, { [CREATION_ANNOTATION]: id }),
  );
}

/** Goes all the way; the creation at the end. */
export async function create(portal: Portal) {
  const creation = await begin(portal);
  const ask = (operation: string, more: object = {}) =>
    answered(portal.dana, operation, { creation, ...more });
  await publish(portal, creation);
  await ask('settle-repository');
  await ask('create-image-repository');
  await ask('create-pipeline');
  await ask('commit-manifests');
  register(portal, creation);
  await ask('await-service');
  await ask('create-secrets', { secrets: [{ name: 'database-password' }] });
  await ask('claim-flags');
  await ask('enter-lifecycle');
  return ask('finish-creation');
}
