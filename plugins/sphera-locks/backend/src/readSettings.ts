import type { Config } from '@backstage/config';
import type { Fleet } from '@sphera/plugin-fleet-common';
import {
  checkedSettings,
  settingKey,
  unknownEnvironment,
} from '@sphera/plugin-fleet-node';
import { windowFields } from '@sphera/plugin-locks-common';
import { z } from 'zod/v3';
import type { WindowRule } from './WindowRule';

/** What the configuration says about locks. */
export interface LocksSettings {
  /** Whether the gate lets a service pass that the catalog does not know. */
  allowUnknownServices: boolean;
  windows: WindowRule[];
}

const ROOT = 'sphera.locks';
const settingsSchema = z
  .object({
    unknownServices: z.enum(['deny', 'allow']).default('deny'),
    windows: z
      .array(
        z
          .object(windowFields)
          .strict()
          .refine(
            ({ from, to }) => from.day !== to.day || from.time !== to.time,
            {
              path: ['to'],
              message: 'must be another moment of the week than the beginning',
            },
          ),
      )
      .default([]),
  })
  .strict();

/**
 * The settings from `sphera.locks`, checked.
 * @throws InputError naming each wrong key and what is wrong with it.
 */
export function readSettings(
  config: Config,
  fleet: Pick<Fleet, 'environments'>,
): LocksSettings {
  const { unknownServices, windows } = checkedSettings(config, {
    root: ROOT,
    complaint: 'The locks in the configuration are wrong',
    schema: settingsSchema,
    contradictions: settings =>
      settings.windows.flatMap(({ environment }, index) =>
        unknownEnvironment(
          fleet,
          ['windows', index, 'environment'],
          environment,
        ),
      ),
  });
  return {
    allowUnknownServices: unknownServices === 'allow',
    windows: windows.map((window, index) => ({
      ...window,
      id: `configured-${index + 1}`,
      origin: 'configuration',
      setIn: settingKey(ROOT, ['windows', index]),
    })),
  };
}
