import type { HostedRepositories } from '../HostedRepositories';
import { runGit } from '../runGit';
import { makeDemoRepositories } from './makeDemoRepositories';
import { releaseNext } from './releaseNext';

const at = Date.parse('2026-11-24T09:00:00Z');
let repositories: HostedRepositories;

beforeEach(async () => {
  repositories = await makeDemoRepositories(at - 60_000);
});
afterEach(() => repositories.remove());

const show = (...args: string[]) =>
  runGit(repositories.get('kestrel-parcels/deployments')!.folder, [
    'show',
    ...args,
  ]);

describe('a release of the pipeline', () => {
  it('is a commit that changes one line, and is told', async () => {
    const heard: string[] = [];
    repositories.onPush((name, branch) => heard.push(`${name} ${branch}`));
    const place = { service: 'booking-web', cluster: 'staging-eu', at };
    expect(await releaseNext(repositories, place)).toBe('2026.11.13');
    expect(heard).toEqual(['kestrel-parcels/deployments main']);
    expect(await show('--format=%an %ct %s', '--numstat', 'main')).toBe(
      [
        `Release Bot ${
          at / 1_000
        } booking-web 2026.11.13 in staging (Frankfurt)`,
        '',
        '1\t1\tbooking/booking-web/staging/eu-central-1/values.yaml',
        '',
      ].join('\n'),
    );
  });

  it('comes once where a file stands for both clusters', async () => {
    const service = 'delivery-forecast';
    expect(
      await releaseNext(repositories, { service, cluster: 'staging-eu', at }),
    ).toBe('0.9.1');
    expect(
      await releaseNext(repositories, { service, cluster: 'staging-us', at }),
    ).toBeUndefined();
  });
});
