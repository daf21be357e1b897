import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import creationFeatures from '../..';
import { CatalogOfTest } from '../../__testUtils__/CatalogOfTest';
import { COMPANY, DANA } from '../../__testUtils__/people';
import { portalConfig } from '../../__testUtils__/portalConfig';
import { readTemplate, type TemplateName } from './readTemplate';

/** What a dry run of a template gives. */
export interface DryRun {
  /** Texts by path, as they would be in the repository. */
  files: Record<string, string>;
  output: Record<string, unknown>;
  /** What each step was given and said. */
  log: string[];
}

/** A portal that tries templates without doing anything. */
export interface DryRuns {
  /** Asked again for the same, the answer is the one of before. */
  run(template: TemplateName, answers: object): Promise<DryRun>;
  stop(): Promise<void>;
}

// A dry run asks nobody outside.
const NOWHERE = 'http://127.0.0.1:9';

/**
 * Starts the stock scaffolder with what this plugin brings, and nothing around it.
 *
 * @param creation - in place of parts of `sphera.creation`
 */
export async function startDryRuns(creation: object = {}): Promise<DryRuns> {
  const { backend: _, ...config } = portalConfig(
    { url: NOWHERE, aws: { endpoint: NOWHERE, ecrEndpoint: NOWHERE } },
    NOWHERE,
    creation,
  ) as JsonObject;
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      creationFeatures,
      new CatalogOfTest(COMPANY).feature,
      mockServices.rootConfig.factory({
        data: {
          ...config,
          backend: { actions: { pluginSources: ['sphera-creation'] } },
        },
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish: async () => {} }),
      }),
    ],
  });
  const done = new Map<string, Promise<DryRun>>();
  return {
    run(name, answers) {
      const key = JSON.stringify([name, answers]);
      if (!done.has(key)) done.set(key, run(name, answers));
      return done.get(key)!;
    },
    stop: () => backend.stop(),
  };

  async function run(name: TemplateName, answers: object): Promise<DryRun> {
    const { template, directoryContents } = await readTemplate(name);
    const { status, body } = await request(backend.server)
      .post('/api/scaffolder/v2/dry-run')
      .set('authorization', mockCredentials.user.header(DANA))
      .send({ template, values: answers, directoryContents });
    expect({ status, error: body.error ?? body.errors }).toEqual({
      status: 200,
    });
    return {
      files: Object.fromEntries(
        body.directoryContents.map(
          (file: { path: string; base64Content: string }) => [
            file.path,
            Buffer.from(file.base64Content, 'base64').toString(),
          ],
        ),
      ),
      output: body.output,
      log: body.log.map(
        (line: { body: { message: string } }) => line.body.message,
      ),
    };
  }
}
