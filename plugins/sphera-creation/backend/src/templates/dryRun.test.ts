import { SERVICE_NEEDS } from '@sphera/plugin-creation-common';
import { parseAllDocuments } from 'yaml';
import { REGION } from '../__testUtils__/startOutside';
import { ANSWERS, CASES } from './__testUtils__/answers';
import { type DryRuns, startDryRuns } from './__testUtils__/startDryRuns';

// The whole scaffolder starts, on whatever machine.
jest.setTimeout(120_000);

let portal: DryRuns;
beforeAll(async () => {
  portal = await startDryRuns();
});
afterAll(async () => portal?.stop());

/** What code says is tested where it runs; what configures tools is not always read there. */
const languages: Array<[RegExp, (text: string) => unknown]> = [
  [/\.ya?ml$/, text => parseAllDocuments(text).flatMap(({ errors }) => errors)],
  [/\.json$/, text => JSON.parse(text) && []],
];

/** What its catalog-info.yaml brings into the catalog: itself, and then its resources. */
const entitiesIn = (files: Record<string, string>): any[] =>
  parseAllDocuments(files['catalog-info.yaml']).map(one => one.toJS());

describe.each(CASES)('$title', ({ template, answers }) => {
  it('is tried without a mistake, and all YAML and JSON is valid', async () => {
    const { files } = await portal.run(template, answers);
    const problems = Object.entries(files).flatMap(([path, text]) =>
      languages
        .filter(([pattern]) => pattern.test(path))
        .map(([, problemsOf]) => [path, problemsOf(text)]),
    );
    expect(problems.length).toBeGreaterThan(5);
    expect(problems.filter(([, found]) => String(found) !== '')).toEqual([]);
  });

  it('leaves no mark of the template behind', async () => {
    const { files } = await portal.run(template, answers);
    const { purpose } = answers;
    for (const [path, text] of Object.entries(files)) {
      const rest = text
        .replaceAll(purpose, '')
        .replaceAll(JSON.stringify(purpose), '');
      const marks = rest.match(
        /\{%.*?%\}|\$\{\{\s*(values|parameters)\b.*?\}\}/g,
      );
      expect([path, marks]).toEqual([path, null]);
    }
  });

  it('says its purpose, word for word', async () => {
    const { files } = await portal.run(template, answers);
    const [component] = entitiesIn(files);
    expect(component.metadata.description).toBe(ANSWERS.purpose);
    expect(JSON.parse(files['package.json']).description).toBe(ANSWERS.purpose);
    expect(files['README.md']).toContain(ANSWERS.purpose);
  });

  it('says in which regions it runs', async () => {
    const { files } = await portal.run(template, answers);
    const [{ metadata }] = entitiesIn(files);
    expect(metadata.annotations['sphera.io/regions'].split(',')).toEqual(
      answers.regions,
    );
  });

  it('pins each package to one version, and the lock file names no registry', async () => {
    const { files } = await portal.run(template, answers);
    const { dependencies, devDependencies } = JSON.parse(files['package.json']);
    const { packages } = JSON.parse(files['package-lock.json']);
    expect(packages['']).toMatchObject({ dependencies, devDependencies });
    for (const [name, version] of Object.entries({
      ...dependencies,
      ...devDependencies,
    })) {
      expect(packages[`node_modules/${name}`].version).toBe(version);
    }
    expect(files['package-lock.json']).not.toMatch(/"resolved"|:\/\//);
  });
});

describe('a microservice', () => {
  const SOURCES: Record<string, string> = {
    http: 'routes',
    worker: 'worker',
    database: 'database',
    cache: 'cache',
    topics: 'topics',
  };

  it.each(SERVICE_NEEDS.map(need => [need]))(
    'has code for %s only where it is asked for',
    async need => {
      const source = `src/${SOURCES[need]}.ts`;
      for (const asked of SERVICE_NEEDS) {
        const answers = { ...ANSWERS, needs: [asked] };
        const { files } = await portal.run('microservice', answers);
        expect([asked, source in files]).toEqual([asked, asked === need]);
      }
    },
  );

  it.each([
    { needs: ['http', 'worker'], said: 'none' },
    { needs: ['http', 'cache'], said: undefined },
  ])(
    'with $needs, says $said of secrets and resources',
    async ({ needs, said }) => {
      const { files } = await portal.run('microservice', { ...ANSWERS, needs });
      const [{ metadata }] = entitiesIn(files);
      const { annotations } = metadata;
      expect(annotations['sphera.io/secrets']).toBe(said);
      expect(annotations['sphera.io/resources']).toBe(said);
    },
  );

  it('depends on what it needs, and brings that into the catalog beside itself', async () => {
    const { files } = await portal.run('microservice', {
      ...ANSWERS,
      needs: ['worker', 'topics', 'database'],
      system: 'system:default/selling',
    });
    const [component, ...resources] = entitiesIn(files);
    expect(component).toMatchObject({
      kind: 'Component',
      spec: {
        dependsOn: [
          'resource:parcel-fares-database',
          'resource:parcel-fares-topics',
        ],
      },
    });
    expect(resources).toEqual(
      ['database', 'topics'].map(type => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Resource',
        metadata: {
          name: `parcel-fares-${type}`,
          description: `The ${type} of parcel-fares`,
        },
        spec: { type, owner: ANSWERS.owner, system: 'system:default/selling' },
      })),
    );
  });

  it('depends on nothing where it needs none of that', async () => {
    const { files } = await portal.run('microservice', ANSWERS);
    const entities = entitiesIn(files);
    expect(entities).toHaveLength(1);
    expect(entities[0].spec).not.toHaveProperty('dependsOn');
  });

  it('has the first secrets generated that its needs take', async () => {
    const { log } = await portal.run('microservice', {
      ...ANSWERS,
      needs: ['http', 'database', 'topics'],
    });
    const step = log.find(line => line.includes(':create-secrets in dry-run'));
    expect(step).toContain('database-password');
    expect(step).toContain('kafka-password');
    expect(step).not.toContain('cache-password');
  });

  it('is told of no system where none is chosen', async () => {
    for (const system of ['', undefined]) {
      const { files, log } = await portal.run('microservice', {
        ...ANSWERS,
        needs: [],
        system,
      });
      expect(entitiesIn(files)[0].spec).not.toHaveProperty('system');
      const step = log.find(line =>
        line.includes(':begin-creation in dry-run'),
      );
      expect(step).toContain(REGION);
      expect(step).not.toContain('system');
    }
  });
});
