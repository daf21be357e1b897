import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createFetchTemplateAction } from '@backstage/plugin-scaffolder-backend';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { ServiceKind, ServiceNeed } from '@sphera/plugin-creation-common';

const TEMPLATES = resolve(__dirname, '../../../../../templates');

/** What a manifest is made from. */
export interface ManifestValues {
  name: string;
  partOf: string;
  needs: ServiceNeed[];
  /** Without a tag. */
  image: string;
  environment: string;
  region: string;
  namespace: string;
}

/** The manifests of a new service in one environment and region, by the scaffolder's own fetch:template. */
export async function renderManifests(
  kind: ServiceKind,
  values: ManifestValues,
): Promise<string> {
  const workspacePath = await mkdtemp(join(tmpdir(), 'manifests-'));
  const fetchTemplate = createFetchTemplateAction({
    reader: mockServices.urlReader.mock(),
    integrations: ScmIntegrations.fromConfig(mockServices.rootConfig()),
  });
  try {
    await fetchTemplate.handler({
      ...createMockActionContext({
        workspacePath,
        input: {
          url: './skeleton/deploy',
          targetPath: 'deploy',
          trimBlocks: true,
          lstripBlocks: true,
          values: { ...values },
        },
      }),
      templateInfo: {
        entityRef: `template:default/${kind}`,
        baseUrl: String(pathToFileURL(join(TEMPLATES, kind, 'template.yaml'))),
      },
    });
    const file = join(workspacePath, 'deploy', `${values.region}.yaml`);
    return await readFile(file, 'utf8');
  } finally {
    await rm(workspacePath, { recursive: true, force: true, maxRetries: 5 });
  }
}
