import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import type { JsonObject } from '@backstage/types';
import {
  type FactSource,
  lifecycleFactsExtensionPoint,
  type Seen,
} from '@sphera/plugin-lifecycle-node';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import type { ServiceEntry } from '@sphera/plugin-operations-node';
import { CatalogOfTest } from '../__testUtils__/CatalogOfTest';
import { serviceOf } from '../__testUtils__/people';
import { portalConfig } from '../__testUtils__/portalConfig';
import {
  ACCOUNT,
  ORGANIZATION,
  type Outside,
  REGION,
  startOutside,
  TOKENS,
} from '../__testUtils__/startOutside';
import { creationLifecycleFactsModule } from './lifecycleFactsModule';

jest.setTimeout(60_000);

const AT = Date.parse('2026-11-27T14:03:21.000Z');
const MINUTE = 60_000;
const { signal } = new AbortController();
const quotes = serviceOf('quotes', {
  'github.com/project-slug': `${ORGANIZATION}/quotes`,
});

const entry = (name: string): ServiceEntry => ({
  ref: `component:default/${name}`,
  name,
  title: name,
  owners: [],
  type: 'microservice',
  environments: [],
  annotations: {},
});

describe('life cycles are told of images', () => {
  const bus = mockServices.events();
  const stops: Array<() => Promise<void>> = [];
  let outside: Outside;
  let source: FactSource;

  async function sourcesOf(creation?: object): Promise<FactSource[]> {
    const sources: FactSource[] = [];
    const data = portalConfig(outside, 'http://portal.example', creation);
    const backend = await startTestBackend({
      extensionPoints: [
        [
          lifecycleFactsExtensionPoint,
          { addSource: (one: FactSource) => void sources.push(one) },
        ],
      ],
      features: [
        creationLifecycleFactsModule,
        mockServices.rootConfig.factory({ data: data as JsonObject }),
        new CatalogOfTest([quotes]).feature,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => bus,
        }),
      ],
    });
    stops.push(() => backend.stop());
    return sources;
  }

  async function seenOf(name: string): Promise<Seen> {
    const seen = await source.look([entry(name)], signal);
    return seen.get(entry(name).ref)!;
  }

  beforeAll(async () => {
    outside = await startOutside();
    [source] = await sourcesOf();
    const registry = outside.aws.aws.images(ACCOUNT, REGION);
    for (const name of ['quotes', 'empty']) registry.add({ name });
    registry.push('quotes', 'latest', { at: AT - 2 * MINUTE });
    registry.push('quotes', '4.13.0', { at: AT });
    registry.push('quotes', '4.12.1', { at: AT - MINUTE });
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
    await outside.stop();
  });
  afterEach(() => outside.aws.aws.fault({ fault: 'none' }));

  it('which one was pushed last, and when', async () => {
    expect(source.facts).toEqual([
      { id: 'image-pushed', title: 'An image was pushed' },
    ]);
    expect(await seenOf('quotes')).toEqual({
      facts: {
        'image-pushed': {
          holds: true,
          sentence: '4.13.0, pushed 2026-11-27 14:03 UTC',
          link: {
            title: 'Images',
            url: expect.stringContaining(`/private/${ACCOUNT}/quotes`),
          },
        },
      },
    });
  });

  it('also where there are more of them than ECR lists at once', async () => {
    const registry = outside.aws.aws.images(ACCOUNT, REGION);
    registry.add({ name: 'many' });
    const pushed = Array.from({ length: 1_001 }, (_, n) =>
      registry.push('many', `1.0.${n}`, { at: AT }),
    );
    // By digest is how the stand-in lists them.
    const last = pushed.sort((a, b) => (a.digest < b.digest ? -1 : 1)).at(-1)!;
    last.pushedAt = AT + MINUTE;
    expect(await seenOf('many')).toMatchObject({
      facts: {
        'image-pushed': {
          sentence: `${last.tags[0]}, pushed 2026-11-27 14:04 UTC`,
        },
      },
    });
  });

  it('that there is none yet, or no repository', async () => {
    expect(await seenOf('empty')).toMatchObject({
      facts: {
        'image-pushed': { holds: false, sentence: 'No image was pushed yet' },
      },
    });
    expect(await seenOf('nowhere')).toEqual({
      facts: {
        'image-pushed': {
          holds: false,
          sentence: 'There is no image repository of nowhere',
        },
      },
    });
  });

  it('that it cannot be known while AWS says no, in words without a secret', async () => {
    outside.aws.aws.fault({ account: ACCOUNT, fault: 'denied' });
    const seen = await seenOf('quotes');
    expect(seen).toEqual({
      failed: expect.stringContaining(
        'The portal may not do ecr:DescribeImages',
      ),
    });
    for (const token of Object.values(TOKENS)) {
      expect(JSON.stringify(seen)).not.toContain(token);
    }
  });

  it('when a build of the service ended', async () => {
    const told: Array<readonly string[] | undefined> = [];
    source.onChange!(services => told.push(services));
    const repository = { full_name: `${ORGANIZATION}/Quotes` };
    const publish = (event: string, eventPayload: object) =>
      bus.publish({
        topic: 'github',
        eventPayload,
        metadata: { 'x-github-event': event },
      });
    await publish('workflow_run', { action: 'requested', repository });
    await publish('status', { state: 'failure', repository });
    await publish('status', {
      state: 'success',
      context: 'sphera/merge-freeze',
      repository,
    });
    await publish('pull_request', { action: 'completed', repository });
    await publish('check_run', {
      action: 'completed',
      repository: { full_name: `${ORGANIZATION}/other` },
    });
    await publish('ping', {});
    await publish('workflow_run', { action: 'completed', repository });
    await eventually(() =>
      expect(told).toEqual([['component:default/quotes']]),
    );
  });

  it('by nobody where it is not set up where images are', async () => {
    expect(await sourcesOf({ images: undefined })).toEqual([]);
  });
});
