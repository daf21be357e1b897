import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Clock } from '@sphera/plugin-operations-node';
import type { GitHub } from '../adapters/github/GitHub';
import type { MergeSettings } from '../settings/MergeSettings';
import type { HookStore } from '../storage/HookStore';
import { problemOf } from '../syncing/problemOf';

/** The webhooks by which GitHub tells the portal what happens in organisations. */
export class Hooks {
  constructor(
    private readonly parts: {
      settings: Pick<MergeSettings, 'webhook'>;
      github: Pick<GitHub, 'hear'>;
      stores: { hooks: HookStore };
      clock: Clock;
      logger: LoggerService;
    },
  ) {}

  /** Makes or mends those of these organisations, and writes down where that cannot be done. Never throws for GitHub. */
  async keep(organizations: readonly string[]): Promise<void> {
    const { settings, github, stores, clock, logger } = this.parts;
    if (!settings.webhook) return;
    const before = new Map(
      (await stores.hooks.all()).map(one => [one.organization, one]),
    );
    for (const organization of organizations) {
      const kept = before.get(organization);
      const sentence = await github
        .hear(organization, settings.webhook)
        .then(() => undefined, sentenceOf);
      const problem =
        sentence === undefined
          ? undefined
          : problemOf(kept?.problem, sentence, clock.now());
      await stores.hooks.write({ organization, problem });
      // The same thing again is no news.
      if (kept && kept.problem?.sentence === sentence) continue;
      logger.info(
        `Organisation ${organization}: ${
          sentence ?? 'GitHub tells of what happens in it'
        }`,
      );
    }
  }

  /** Forgets what was wrong with those of others. */
  async keepOnly(organizations: readonly string[]): Promise<void> {
    const { settings, stores } = this.parts;
    await stores.hooks.keepOnly(settings.webhook ? organizations : []);
  }
}

function sentenceOf(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `GitHub does not tell the portal what happens, so that new pull requests are noticed at the next comparison alone. ${why}; or make the webhook yourself, and set sphera.merges.webhook to false`;
}
