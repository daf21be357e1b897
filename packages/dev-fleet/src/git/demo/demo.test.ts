import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';
import { versionIn } from '../../gitops/versionIn';
import { demoClusters } from '../../kubernetes/demo/clusters';
import { services } from '../../kubernetes/demo/services';
import { workloadsOf } from '../../kubernetes/demo/workload';
import type { HostedRepositories } from '../HostedRepositories';
import { runGit } from '../runGit';
import { demoFiles } from './demoFiles';
import { demoVersions } from './demoVersions';
import { makeDemoRepositories } from './makeDemoRepositories';
import { people } from './people';

const now = Date.parse('2026-11-24T09:00:00Z');
const DAY = 86_400_000;
let repositories: HostedRepositories;

beforeAll(async () => {
  repositories = await makeDemoRepositories(now);
});
afterAll(() => repositories.remove());

const git = (name: string, ...args: string[]) =>
  runGit(repositories.get(`kestrel-parcels/${name}`)!.folder, args);

const lines = (text: string) => text.split('\n').filter(Boolean);

const headOf = (file: (typeof demoFiles)[number]) =>
  git(file.repository.split('/')[1], 'show', `main:${file.path}`);

const read = (path: string) =>
  readFileSync(join(__dirname, '../../../catalog', path), 'utf8');

describe('the repositories of the demo company', () => {
  it('want what runs, but for one cluster that somebody held back', async () => {
    const differing: string[] = [];
    for (const file of demoFiles) {
      const wanted = versionIn(await headOf(file), file.place);
      for (const cluster of file.clusters) {
        const running = workloadsOf(cluster, now)
          .find(({ name }) => name === file.service.name)
          ?.revisions.at(-1)?.template.metadata?.labels?.[
          'app.kubernetes.io/version'
        ];
        if (running !== wanted) {
          differing.push(
            `${cluster.name} ${file.service.name}: ${running}, wanted ${wanted}`,
          );
        }
      }
    }
    expect(differing).toEqual([
      'staging-us tracking-web: 3.4.0, wanted 3.5.0-crashfix.1',
    ]);
  });

  it('say of every service in every cluster what is to run, in one file', () => {
    for (const cluster of demoClusters) {
      const declared = demoFiles
        .filter(({ clusters }) => clusters.includes(cluster))
        .map(({ service }) => service.name);
      expect(declared.sort()).toEqual(
        workloadsOf(cluster, now)
          .map(({ name }) => name)
          .sort(),
      );
    }
  });

  it('have each version shortly before it came to its cluster', async () => {
    const log = lines(
      await git(
        'deployments',
        'log',
        '--format=%ct %s',
        'main',
        '--',
        'booking/quotes/production/us-east-1/values.yaml',
      ),
    );
    const lagging = demoClusters.find(({ name }) => name === 'production-us')!;
    const [quotes] = workloadsOf(lagging, now).filter(
      ({ name }) => name === 'quotes',
    );
    const { at } = quotes.revisions.at(-1)!;
    const deployed = log.find(line =>
      line.includes('quotes 4.11.7 in production (Virginia)'),
    );
    const before = at - Number(deployed?.split(' ')[0]) * 1_000;
    expect(before).toBeGreaterThan(60_000);
    expect(before).toBeLessThan(181_000);
  });

  it('go back for months, with many versions of the important services', () => {
    const versions = demoVersions();
    expect(Object.keys(versions)).toHaveLength(services.length);
    for (const name of [
      'quotes',
      'bookings',
      'parcel-tracking',
      'dispatch',
      'route-planner',
      'payments',
      'invoices',
    ]) {
      expect(versions[name].length).toBeGreaterThanOrEqual(8);
      expect(versions[name].length).toBeLessThanOrEqual(15);
    }
    expect(versions.quotes.slice(-3)).toEqual(['4.11.7', '4.12.0', '4.12.1']);
  });

  it('have the people of the catalog as authors, with their addresses', async () => {
    const known = parseAllDocuments(read('organisation.yaml'))
      .map(document => document.toJS())
      .filter(({ kind }) => kind === 'User');
    expect(Object.keys(people).sort()).toEqual(
      known.map(({ metadata }) => metadata.name).sort(),
    );
    for (const { metadata, spec } of known) {
      expect(people[metadata.name]).toEqual({
        name: spec.profile.displayName,
        email: spec.profile.email,
      });
    }
    const authors = new Set(
      lines(await git('deployments', 'log', '--format=%ae', 'main')),
    );
    expect(authors).toContain('dana.okafor@kestrel-parcels.example');
    expect(authors).toContain('release.bot@kestrel-parcels.example');
  });

  it('have numbered pull requests in production, and none twice', async () => {
    const subjects = lines(
      await git('deployments', 'log', '--format=%s', 'main'),
    );
    expect(subjects).toContainEqual(
      expect.stringMatching(
        /^quotes 4\.12\.1 in production \(Frankfurt\) \(#\d+\)$/,
      ),
    );
    const numbers = subjects
      .flatMap(subject => /\(#(\d+)\)$/.exec(subject)?.[1] ?? [])
      .map(Number);
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers).toEqual(
      [...new Set(numbers)].sort((one, other) => other - one),
    );
  });

  it('say of one version that its database cannot go back', async () => {
    const commits = lines(
      await git(
        'deployments',
        'log',
        '--format=%s|%(trailers:key=Database-Migration,valueonly)',
        '--grep=^Database-Migration:',
        'main',
      ),
    );
    expect(commits).toHaveLength(5);
    for (const commit of commits) {
      expect(commit).toMatch(/^bookings 7\.3\.0 in .*\|pick-up slots moved/);
    }
  });

  it('have one rollback of the portal, with its trailers', async () => {
    const log = await git(
      'deployments',
      'log',
      '--grep=^Sphera-Operation:',
      '--format=%an%n%B',
      'main',
    );
    expect(log.trim().split('\n')).toEqual([
      'sphera',
      'Roll back parcel-tracking in production to 11.4.0',
      '',
      'Scans of depot 12 are counted twice since 11.5.0',
      '',
      'Sphera-Operation: d41f7c52-6a0b-4c1e-9b3f-2f8e5a7c9d10',
      'Sphera-Rollback-From: 11.5.0',
      'Sphera-Rollback-To: 11.4.0',
      'Co-authored-by: Priya Raman <priya.raman@kestrel-parcels.example>',
    ]);
  });

  it('change other things of the files as well, and nothing after now', async () => {
    const log = lines(
      await git('deployments', 'log', '--format=%ct %s', 'main'),
    );
    expect(
      log.filter(line => !/ \d+\.\d+\.\d+.* in /.test(line)).length,
    ).toBeGreaterThan(30);
    const newest = Math.max(...log.map(line => Number(line.split(' ')[0])));
    expect(newest * 1_000).toBeLessThan(now);
    expect(newest * 1_000).toBeGreaterThan(now - DAY);
  });

  it('change one line where a version changes', async () => {
    const [hash] = lines(
      await git(
        'deployments',
        'log',
        '-1',
        '--format=%H',
        '--grep=^bookings 7.3.2 in production',
        'main',
      ),
    );
    const stat = await git(
      'deployments',
      'show',
      '--format=',
      '--numstat',
      hash,
    );
    expect(stat).toMatch(/^1\t1\tbooking\/bookings\/production\//);
  });

  it('are written by many hands: anchors, quotes, line endings of Windows', async () => {
    const values = (service: string) =>
      git(
        'deployments',
        'show',
        `main:booking/${service}/production/eu-central-1/values.yaml`,
      );
    expect(await values('quotes')).toContain(
      '\n  tag: 4.12.1 # the pipeline sets this\n',
    );
    expect(await values('bookings')).toContain('tag: &version "7.3.2"');
    expect(await values('booking-web')).toContain(
      "tag: '2026.11.12' # the pipeline sets this\r\n",
    );
    expect(parse(await values('bookings')).about.version).toBe('7.3.2');
  });

  it('are the same from the same moment', async () => {
    const again = await makeDemoRepositories(now);
    for (const { name, folder } of again.list()) {
      expect(await runGit(folder, ['rev-parse', 'main'])).toBe(
        await git(name.split('/')[1], 'rev-parse', 'main'),
      );
    }
    await again.remove();
  });
});
