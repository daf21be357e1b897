import type { FlagDefinition } from '@sphera/plugin-flags-common';
import { fingerprintOf, type Report } from '@sphera/plugin-flags-node';
import type { Incoming } from '../FlagStore';
import { FLAG } from './changesOfTest';

/** One run of the agent of a cluster, whose reports are numbered. */
export class AgentOfTest {
  private sequence = 0;

  constructor(
    readonly cluster: string,
    readonly instance = `run of ${cluster}`,
  ) {}

  acknowledges(
    revision: number,
    definition: FlagDefinition | null,
    {
      holds = revision,
      outcome = 'applied' as 'applied' | 'held' | 'overtaken',
      flag = FLAG,
    } = {},
  ): Report {
    return {
      ...this.sender(),
      kind: 'acknowledgement',
      flag,
      revision,
      outcome,
      holds,
      fingerprint: fingerprintOf(definition),
    };
  }

  refuses(revision: number, reason: string): Report {
    return { ...this.sender(), kind: 'refusal', flag: FLAG, revision, reason };
  }

  /** All that it has; a definition is told only where `tells` says so. */
  shows(
    flags: Array<{
      flag?: string;
      revision: number | null;
      definition: FlagDefinition;
      tells?: boolean;
    }>,
    range: { after?: string; upTo?: string } = {},
  ): Report {
    return {
      ...this.sender(),
      kind: 'snapshot',
      after: range.after ?? null,
      upTo: range.upTo ?? null,
      flags: flags.map(({ flag = FLAG, revision, definition, tells }) => ({
        flag,
        revision,
        fingerprint: fingerprintOf(definition)!,
        ...(tells && { definition }),
      })),
    };
  }

  beats(problem?: string): Report {
    return {
      ...this.sender(),
      kind: 'heartbeat',
      startedAt: '2026-11-28T11:00:00Z',
      agent: '1.0.0',
      flags: 3,
      ...(problem && { problem }),
    };
  }

  private sender() {
    const { cluster, instance } = this;
    const sequence = ++this.sequence;
    const at = '2026-11-28T12:00:00Z';
    return { version: 1 as const, cluster, instance, sequence, at };
  }
}

export const TOPIC = 'sphera.flags.reports.v1';

/** Reports as they come from a partition, one after the other. */
export class PartitionOfTest {
  private next = 0n;

  constructor(readonly partition = 0) {}

  gives(...reports: Report[]): Incoming[] {
    return reports.map(report => ({ ...this.place(), report }));
  }

  place() {
    const offset = this.next++;
    return { topic: TOPIC, partition: this.partition, offset };
  }
}
