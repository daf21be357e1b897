import type { Config } from '@backstage/config';
import type { Fleet } from '@sphera/plugin-fleet-common';
import { checkedSettings } from '@sphera/plugin-fleet-node';
import { createStandard } from '../standard/createStandard';
import { neededIn } from '../standard/neededIn';
import type { SecretsSettings } from '../standard/SecretsSettings';
import { contradictions } from './contradictions';
import { placesOf } from './placesOf';
import { settingsSchema } from './settingsSchema';

/**
 * The settings from `sphera.secrets`, checked.
 * @throws InputError naming each wrong key and what is wrong with it.
 */
export function readSettings(config: Config, fleet: Fleet): SecretsSettings {
  const settings = checkedSettings(config, {
    root: 'sphera.secrets',
    complaint: 'The settings of secrets are wrong',
    schema: settingsSchema,
    contradictions: found => contradictions(found, fleet),
  });
  const places = placesOf(settings.places, fleet);
  return {
    places,
    standard: createStandard(settings.standard, places),
    isNeeded: neededIn(fleet),
    fingerprintKeys: settings.fingerprintKeys,
    sweepEvery: settings.sweepEvery,
    oldAfter: settings.oldAfter || undefined,
    unreadAfter: settings.unreadAfter || undefined,
    limits: settings.limits,
  };
}
