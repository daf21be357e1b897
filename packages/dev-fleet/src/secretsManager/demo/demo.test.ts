import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { AwsStandIn } from '../../aws/AwsStandIn';
import { ManualClock } from '../../kubernetes/__testUtils__/ManualClock';
import { holderOf } from '../store/labels';
import type { StoredSecret } from '../store/StoredSecret';
import {
  demoAccounts,
  demoAwsAccounts,
  demoRegions,
  type DemoEnvironment,
} from './accounts';
import { fillDemoSecrets } from './fillDemoSecrets';
import { demoServices } from './services';

const root = join(__dirname, '../../../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { sphera, aws: awsConfig } = parse(read('app-config.yaml'));
const services = ['booking', 'tracking', 'delivery', 'payments'].flatMap(file =>
  parseAllDocuments(read(`packages/dev-fleet/catalog/${file}.yaml`))
    .map(document => document.toJS())
    .filter(({ kind }) => kind === 'Component'),
);

const demo = () =>
  new AwsStandIn({
    accounts: demoAwsAccounts,
    clock: new ManualClock(),
    fill: fillDemoSecrets,
  });
const aws = demo();

const secretIn = (
  environment: DemoEnvironment,
  region: string,
  name: string,
): StoredSecret | undefined =>
  aws.secrets(demoAccounts[environment], region).find(`${environment}/${name}`);

const byService = (one: { service: string }, other: { service: string }) =>
  one.service.localeCompare(other.service);

/** Which regions share a value, like `[0, 1, 0]`; -1: not there. */
function valuesOf(
  environment: DemoEnvironment,
  name: string,
  label = 'AWSCURRENT',
) {
  const values = demoRegions.map(region => {
    const secret = secretIn(environment, region, name);
    return secret && holderOf(secret, label)?.value.toString('base64');
  });
  const different = [...new Set(values)].filter(value => value !== undefined);
  return values.map(value => different.indexOf(value!));
}

describe('the secrets of the demo company', () => {
  it('are where the configuration looks for them, behind a role that it may assume', () => {
    for (const { environment, account, regions } of sphera.secrets.places) {
      expect(demoAccounts[environment as DemoEnvironment]).toBe(account);
      expect(regions).toEqual(demoRegions);
    }
    const [{ accessKeyId }, ...others] = demoAwsAccounts;
    expect(awsConfig.mainAccount.accessKeyId).toBe(accessKeyId);
    expect(
      others.map(({ account, roles = [] }) => ({
        accountId: account,
        roleName: roles[0],
      })),
    ).toEqual(awsConfig.accounts);
  });

  it('belong to every service of the catalog, in the environments where it is live', () => {
    expect(
      demoServices
        .map(({ service, owner, environments }) => ({
          service,
          owner,
          environments: environments?.join() ?? 'staging,production',
        }))
        .sort(byService),
    ).toEqual(
      services
        .map(({ metadata, spec }) => ({
          service: metadata.name,
          owner: spec.owner,
          environments: metadata.annotations['sphera.io/environments'],
        }))
        .sort(byService),
    );
  });

  it('have a name as the standard wants it', () => {
    const { pattern } = sphera.secrets.standard.names;
    for (const { secrets } of demoServices) {
      for (const { name } of secrets) {
        expect(name).toMatch(new RegExp(`^(${pattern})$`));
      }
    }
  });

  it('are the same each time', () => {
    for (const account of Object.values(demoAccounts)) {
      for (const region of demoRegions) {
        expect(demo().secrets(account, region).ordered()).toEqual(
          aws.secrets(account, region).ordered(),
        );
      }
    }
  });

  it('say of themselves that they open nothing', () => {
    const secrets = Object.values(demoAccounts).flatMap(account =>
      demoRegions.flatMap(region => [
        ...aws.secrets(account, region).ordered(),
      ]),
    );
    expect(secrets.length).toBeGreaterThan(180);
    const texts = secrets
      .flatMap(({ versions }) => versions.map(({ value }) => value))
      .filter(value => typeof value === 'string');
    expect(texts.filter(text => !text.includes('opens-nothing-'))).toEqual([]);
  });

  it('have mostly one value in all regions of an environment', () => {
    expect(valuesOf('staging', 'payments/stripe-api-key')).toEqual([0, 0, 0]);
    expect(valuesOf('production', 'invoices/signing-keystore')).toEqual([
      0, 0, 0,
    ]);
  });

  it('are missing here and there', () => {
    expect(valuesOf('production', 'payments/stripe-webhook-secret')).toEqual([
      0, 0, -1,
    ]);
    expect(valuesOf('staging', 'invoices/tax-service-token')).toEqual([
      0, -1, -1,
    ]);
  });

  it('differ where somebody changed one by hand', () => {
    expect(valuesOf('production', 'quotes/geocoder-api-key')).toEqual([
      0, 1, 0,
    ]);
  });

  it('are stale where an update did not arrive: the others held that value before', () => {
    const name = 'bookings/database-password';
    expect(valuesOf('production', name)).toEqual([0, 0, 1]);
    const [frankfurt, , sydney] = demoRegions.map(
      region => secretIn('production', region, name)!,
    );
    expect(holderOf(frankfurt, 'AWSPREVIOUS')?.value).toBe(
      holderOf(sydney, 'AWSCURRENT')?.value,
    );
    expect(valuesOf('staging', 'dispatch/sms-gateway-token')).toEqual([
      0, 1, 0,
    ]);
  });

  it('differ by region on purpose where a tag says so', () => {
    expect(valuesOf('production', 'route-planner/traffic-feed-key')).toEqual([
      0, 1, 2,
    ]);
    expect(
      secretIn('production', 'us-east-1', 'route-planner/traffic-feed-key')
        ?.tags,
    ).toContainEqual({ Key: 'sphera:differs-by-region', Value: 'yes' });
  });

  it('are not all to the standard', () => {
    const [account] = [demoAccounts.production];
    const odd = aws
      .secrets(account, 'eu-central-1')
      .find('parcel-tracking-push-key');
    expect(odd?.tags).toContainEqual({
      Key: 'service',
      Value: 'parcel-tracking',
    });
    const untagged = secretIn(
      'production',
      'us-east-1',
      'invoices/smtp-password',
    );
    expect(untagged?.tags.map(({ Key }) => Key)).toEqual([
      'service',
      'environment',
      'managed-by',
    ]);
    expect(
      secretIn('production', 'eu-central-1', 'payments/ledger-signing-key')
        ?.kmsKeyId,
    ).toBe('alias/kestrel-staging');
  });

  it('wait for deletion, are past their rotation date, old, unread', () => {
    const production = (name: string) =>
      secretIn('production', 'eu-central-1', name)!;
    const now = aws.clock.now();
    const days = (moment: number) => Math.round((moment - now) / 86_400_000);
    expect(days(production('booking-web/legacy-captcha-key').deletedAt!)).toBe(
      9,
    );
    const rotateBy = production('payments/acquirer-key-passphrase').tags.find(
      ({ Key }) => Key === 'sphera:rotate-by',
    );
    expect(Date.parse(rotateBy!.Value)).toBeLessThan(now);
    expect(
      days(production('depot-labels/printer-gateway-password').changedAt),
    ).toBe(-412);
    expect(production('courier-web/maps-api-key').readAt).toBeUndefined();
  });

  it('lie about where no service owns them', () => {
    const names = new Set(
      Object.values(demoAccounts).flatMap(account =>
        demoRegions.flatMap(region =>
          aws
            .secrets(account, region)
            .ordered()
            .map(({ name }) => name),
        ),
      ),
    );
    for (const name of [
      'load-test/accounts',
      'old-shop-db',
      'production/parcel-quotes/api-key',
      'terraform/state-encryption',
    ]) {
      expect(names).toContain(name);
    }
  });
});
