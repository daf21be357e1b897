import type { LoggerService } from '@backstage/backend-plugin-api';
import type { FleetChange } from '../fleet/FleetMemory';
import type { RestartStanding, StartedRestart } from './StartedRestart';

/** How long one replica may take to note an outcome before another one does. */
const NOTING_MS = 60_000;

/** Watches restarts until they have ended, and puts the outcome on the record: once, on one replica. */
export class RestartWatch {
  private open: StartedRestart[] = [];
  private readonly noting = new Set<string>();

  constructor(
    private readonly parts: {
      /** Restarts whose outcome is not on the record. */
      readOpen: () => Promise<StartedRestart[]>;
      standing: (restart: StartedRestart) => RestartStanding;
      /** Takes a restart, for this replica alone to note until then. `false`: another one has it, or it is noted. */
      take: (id: string, now: number, until: number) => Promise<boolean>;
      note: (
        restart: StartedRestart,
        outcome: RestartStanding,
      ) => Promise<unknown>;
      /** Milliseconds since 1970. */
      now: () => number;
      logger: LoggerService;
    },
  ) {}

  /** Reads anew which restarts are open and looks at each. Safe to run at any time. */
  async look(): Promise<void> {
    this.open = await this.parts.readOpen();
    await this.lookAt(this.open);
  }

  /** Looks at this one too from now on. */
  follow(restart: StartedRestart): void {
    this.open = [...this.open, restart];
  }

  /** Looks at the restarts that a change of the fleet concerns. */
  async heard({ cluster, services, sight }: FleetChange): Promise<void> {
    await this.lookAt(
      this.open.filter(
        restart =>
          restart.cluster === cluster &&
          (sight || services.has(restart.service)),
      ),
    );
  }

  private async lookAt(restarts: StartedRestart[]): Promise<void> {
    for (const restart of restarts) {
      const standing = this.parts.standing(restart);
      if (standing.state === 'rolling' || this.noting.has(restart.id)) continue;
      this.noting.add(restart.id);
      await this.noteOnce(restart, standing).finally(() =>
        this.noting.delete(restart.id),
      );
    }
  }

  private async noteOnce(restart: StartedRestart, outcome: RestartStanding) {
    const { take, note, now, logger } = this.parts;
    const { id } = restart;
    try {
      if (!(await take(id, now(), now() + NOTING_MS))) return;
      await note(restart, outcome);
      this.open = this.open.filter(one => one.id !== id);
    } catch (error) {
      logger.warn(`The outcome of restart ${id} is not noted yet: ${error}`);
    }
  }
}
