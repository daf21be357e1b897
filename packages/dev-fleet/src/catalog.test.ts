import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  parseEntityRef,
  resourceEntityV1alpha1Validator,
  stringifyEntityRef,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
  type Entity,
} from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';

const folder = join(__dirname, '../catalog');
const entities: Entity[] = readdirSync(folder)
  .filter(file => file.endsWith('.yaml'))
  .flatMap(file =>
    parseAllDocuments(readFileSync(join(folder, file), 'utf8')).map(document =>
      document.toJS(),
    ),
  );
const refs = new Set(entities.map(entity => stringifyEntityRef(entity)));
const services = entities.filter(({ kind }) => kind === 'Component');

const validators = [
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  locationEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  userEntityV1alpha1Validator,
];

/** The kind that a reference without one means, by the field that holds it. */
const referenceKinds: Record<string, string> = {
  owner: 'group',
  system: 'system',
  domain: 'domain',
  parent: 'group',
  children: 'group',
  memberOf: 'group',
  providesApis: 'api',
  consumesApis: 'api',
  dependsOn: 'component',
};

function references({ spec = {} }: Entity): string[] {
  return Object.entries(referenceKinds).flatMap(([field, defaultKind]) =>
    [spec[field] ?? []]
      .flat()
      .map(ref =>
        stringifyEntityRef(parseEntityRef(String(ref), { defaultKind })),
      ),
  );
}

describe('the demo company', () => {
  it.each(entities.map(entity => [stringifyEntityRef(entity), entity]))(
    'describes %s in a way that the catalog accepts',
    async (_ref, entity) => {
      const accepted = await Promise.all(
        validators.map(validator => validator.check(entity as Entity)),
      );
      expect(accepted).toContain(true);
      expect(
        references(entity as Entity).filter(ref => !refs.has(ref)),
      ).toEqual([]);
    },
  );

  it('has a dozen services of four teams, in every stage of life', () => {
    expect(services).toHaveLength(12);
    const values = (field: string) =>
      [...new Set(services.map(({ spec }) => spec?.[field]))].sort();
    expect(values('owner')).toEqual([
      'booking',
      'delivery',
      'payments',
      'tracking',
    ]);
    expect(values('type')).toEqual(['microfrontend', 'microservice']);
    expect(values('lifecycle')).toEqual([
      'deprecated',
      'experimental',
      'production',
    ]);
  });

  it('says of each service what it is for and where it is live', () => {
    for (const { metadata } of services) {
      expect(metadata.description).toMatch(/\w{3,} \w+/);
      expect(metadata.annotations?.['sphera.io/environments']).toMatch(
        /^(staging|production|staging,production)$/,
      );
    }
  });

  it('knows the guest as a member of a team that owns services', () => {
    const dana = entities.find(
      entity => stringifyEntityRef(entity) === 'user:default/dana',
    );
    const [team] = dana?.spec?.memberOf as string[];
    expect(services.filter(({ spec }) => spec?.owner === team)).toHaveLength(3);
  });
});
