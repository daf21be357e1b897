import type { Clock } from '@sphera/plugin-operations-common';

/** How long heartbeats tell of something that is over. */
const NOTICE_MS = 60 * 60_000;

/** Whether the agent can do its work, and what to tell of it. */
export class Condition {
  /** What keeps it from its work, in one sentence. */
  problem: string | undefined;
  /** How often it could not. */
  failures = 0;
  private goodAt: number | undefined;
  private notice: { sentence: string; until: number } | undefined;

  constructor(private readonly clock: Clock) {}

  /** @returns whether that is new */
  set(problem: string | undefined): boolean {
    if (problem === undefined) this.goodAt = this.clock.now();
    else this.failures += 1;
    const isNew = problem !== this.problem;
    this.problem = problem;
    return isNew;
  }

  /** Something that was put right, and that people should know of. */
  note(sentence: string): void {
    this.notice = { sentence, until: this.clock.now() + NOTICE_MS };
  }

  /** What a heartbeat is to tell. */
  sentence(): string | undefined {
    if (this.problem === undefined) {
      const { sentence, until = 0 } = this.notice ?? {};
      return this.clock.now() < until ? sentence : undefined;
    }
    if (this.goodAt === undefined) return this.problem;
    const moment = new Date(this.goodAt).toISOString();
    return `${this.problem}: the flags of this cluster are as they were at ${moment}`;
  }
}
