import { freePorts } from '@sphera/dev-fleet';
import { eventually } from '@sphera/plugin-operations-common/testUtils';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Rollback } from '@sphera/plugin-rollback-common';
import { startWorld } from '../../../__testUtils__/world';
import { commitsOf } from '../logOf';
import { isFree } from './isFree';
import { makeDatabases } from './makeDatabases';
import { type AuditLine, readAudit } from './readAudit';
import { readDue } from './readDue';
import { ReplicaProcess } from './ReplicaProcess';
import { startServices } from './startServices';

const START_MS = 120_000;

/** A world with so many services, in which replicas of the portal come and go. */
export async function startCrashWorld(count: number) {
  const services = Array.from({ length: count }, (_, n) => `service-${n}`);
  const replicas: ReplicaProcess[] = [];
  /** One that has loaded its program by the time that it is needed: that is what takes so long. */
  const prepare = () => {
    const replica = new ReplicaProcess();
    replicas.push(replica);
    return replica;
  };
  let spare = prepare();
  const world = await startWorld();
  const folder = await mkdtemp(join(tmpdir(), 'rollback-crash-'));
  await makeDatabases(folder);
  const auditFile = join(folder, 'audit.jsonl');
  const agent = await startServices(world, services);

  return {
    world,
    services,
    /** Starts a replica, which has seen every cluster; `another`: whether one more will be needed. */
    async replica({ another = true } = {}): Promise<ReplicaProcess> {
      const replica = spare;
      const [port] = await freePorts(1);
      await replica.start({
        address: `http://127.0.0.1:${port}`,
        url: world.url,
        cloneFolder: world.cloneFolder,
        databases: folder,
        auditFile,
        services,
      });
      await eventually(async () => {
        const { totalItems } = await replica.ask(
          'list-deployments',
          { environment: 'production' },
          'sphera-kubernetes',
        );
        expect(totalItems).toBeGreaterThanOrEqual(2 * count);
      }, START_MS);
      if (another) spare = prepare();
      return replica;
    },
    /** Stops the only replica, in a moment at which it does not hold a database back from others that come later. */
    async pause(replica: ReplicaProcess): Promise<void> {
      const names = await readdir(folder);
      const files = names.filter(name => name.endsWith('.sqlite'));
      await eventually(async () => {
        replica.pause();
        for (const file of files) {
          if (await isFree(join(folder, file))) continue;
          replica.resume();
          throw new Error(`It holds ${file} back each time`);
        }
      });
    },
    /** Asks a replica to roll services back; ids of their rollbacks. */
    async begin(
      replica: ReplicaProcess,
      names: string[],
      version: string,
    ): Promise<string[]> {
      const answers = await Promise.all(
        names.map(service =>
          replica.ask('start-rollback', {
            service,
            environment: 'production',
            version,
            reason: 'a crash test',
          }),
        ),
      );
      expect(answers.filter(({ id }) => !id)).toEqual([]);
      return answers.map(({ id }) => id);
    },
    /** Ids of the newest rollbacks of services that go to a version. */
    async rollbacksTo(
      replica: ReplicaProcess,
      version: string,
      names: string[],
    ): Promise<string[]> {
      const newest = names.map(async service => {
        const query = { service, limit: 1 };
        const { items } = await replica.ask('list-rollbacks', query);
        return items.filter((one: Rollback) => one.version === version);
      });
      return (await Promise.all(newest)).flat().map(({ id }) => id);
    },
    /** Those of some rollbacks for which something is still to be done, as the database says. */
    due: (ids: string[]) =>
      readDue(join(folder, 'sphera-rollback.sqlite'), ids),
    /** Ids of the locks that hold. */
    async locks(replica: ReplicaProcess): Promise<string[]> {
      const page = { limit: 200 };
      const { items } = await replica.ask('list-locks', page, 'sphera-locks');
      return items.map(({ id }: { id: string }) => id);
    },
    /** How often the audit log has the end of a rollback. */
    settled: (id: string) =>
      readAudit(auditFile).filter(
        one =>
          one.operation === 'sphera-rollback:settle-rollback' &&
          one.id === id &&
          one.outcome === 'succeeded',
      ).length,
    /** What the audit log has of an operation, the oldest first. */
    outcomes: (operation: string): AuditLine['outcome'][] =>
      readAudit(auditFile)
        .filter(one => one.operation === operation)
        .map(({ outcome }) => outcome),
    commits: (id: string) => commitsOf(world, id),
    /** Messages in Slack about a rollback. */
    messages: (id: string) =>
      world.slack
        .messages()
        .filter(message => JSON.stringify(message.metadata).includes(id)),
    async stop() {
      await Promise.all(replicas.map(replica => replica.kill()));
      await agent.stop();
      await world.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A world of replicas. */
export type CrashWorld = Awaited<ReturnType<typeof startCrashWorld>>;
