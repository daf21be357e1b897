import {
  createPermission,
  Permission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { people } from '../__testUtils__/company';
import { robot } from '../__testUtils__/robot';
import { startPortal } from '../__testUtils__/startPortal';
import { knownPermissions, operations } from './knownPermissions';

jest.setTimeout(120_000);

const ours = operations.map(({ permission }) => permission.name);
const stock = knownPermissions.filter(({ name }) => !ours.includes(name));

// Conditional: whoever owns the entity.
const EXPECTED: Record<string, [developer: string, platform: string]> = {
  'catalog.entity.create': ['ALLOW', 'ALLOW'],
  'catalog.entity.delete': ['CONDITIONAL', 'ALLOW'],
  'catalog.entity.read': ['ALLOW', 'ALLOW'],
  'catalog.entity.refresh': ['ALLOW', 'ALLOW'],
  'catalog.entity.validate': ['ALLOW', 'ALLOW'],
  'catalog.ingestion.manage': ['DENY', 'ALLOW'],
  'catalog.ingestion.read': ['ALLOW', 'ALLOW'],
  'catalog.location.analyze': ['ALLOW', 'ALLOW'],
  'catalog.location.create': ['ALLOW', 'ALLOW'],
  'catalog.location.delete': ['DENY', 'ALLOW'],
  'catalog.location.read': ['ALLOW', 'ALLOW'],
  'kubernetes.clusters.read': ['ALLOW', 'ALLOW'],
  'kubernetes.proxy': ['DENY', 'DENY'],
  'kubernetes.resources.read': ['ALLOW', 'ALLOW'],
  'scaffolder.action.execute': ['ALLOW', 'ALLOW'],
  'scaffolder.task.cancel': ['ALLOW', 'ALLOW'],
  'scaffolder.task.create': ['ALLOW', 'ALLOW'],
  'scaffolder.task.read': ['ALLOW', 'ALLOW'],
  'scaffolder.template.dry-run': ['DENY', 'ALLOW'],
  'scaffolder.template.management': ['DENY', 'ALLOW'],
  'scaffolder.template.parameter.read': ['ALLOW', 'ALLOW'],
  'scaffolder.template.step.read': ['ALLOW', 'ALLOW'],
};

describe("a permission of Backstage's own plugins", () => {
  const plugin = robot('robot');
  let developer: string;
  let platform: string;
  beforeAll(async () => {
    const portal = await startPortal({ features: [plugin.feature] });
    developer = await portal.signIn(people.priya);
    platform = await portal.signIn(people.noor);
  });

  async function decisionFor(permission: Permission, token: string) {
    const [decision] = await plugin.mayThey(
      permission as ResourcePermission,
      token,
    );
    return decision.result;
  }

  it('is in the table', () => {
    expect(stock.map(({ name }) => name).sort()).toEqual(
      Object.keys(EXPECTED).sort(),
    );
  });

  it.each(Object.entries(EXPECTED))(
    '%s: a developer and the platform team get %j',
    async (name, expected) => {
      const permission = stock.find(one => one.name === name)!;
      expect([
        await decisionFor(permission, developer),
        await decisionFor(permission, platform),
      ]).toEqual(expected);
    },
  );

  it.each([
    ['read', ['ALLOW', 'ALLOW']],
    ['update', ['DENY', 'ALLOW']],
    [undefined, ['DENY', 'ALLOW']],
  ] as const)(
    'that nobody knows, with the action %s: %j',
    async (action, expected) => {
      const permission = createPermission({
        name: 'other.thing.do',
        attributes: action ? { action } : {},
      });
      expect([
        await decisionFor(permission, developer),
        await decisionFor(permission, platform),
      ]).toEqual(expected);
    },
  );
});
