import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { SEVERITIES, Severity } from '@sphera/plugin-audit-common';
import { Duration } from 'luxon';

/** What an operator sets about the audit log. */
export interface AuditSettings {
  /** Events of stock plugins below this are not stored. */
  minimumSeverity: Severity;
  /** How long records are kept; absent: for good. */
  retention?: Duration;
  /** Seals new records. */
  key?: string;
  /** Sealed older records. */
  oldKeys: string[];
}

const SHORTEST_KEY = 32;

/**
 * The settings under `sphera.audit`.
 * @throws InputError naming the key that is wrong, never its value where it is a secret.
 */
export function readAuditSettings(config: Config): AuditSettings {
  return {
    minimumSeverity: readSeverity(config),
    retention: readRetention(config),
    key: checkKey(config.getOptionalString('sphera.audit.key'), 'key'),
    oldKeys: (config.getOptionalStringArray('sphera.audit.oldKeys') ?? []).map(
      (key, index) => checkKey(key, `oldKeys[${index}]`)!,
    ),
  };
}

function readSeverity(config: Config): Severity {
  const key = 'sphera.audit.minimumSeverity';
  const text = config.getOptionalString(key) ?? 'medium';
  const severity = SEVERITIES.find(one => one === text);
  if (severity) return severity;
  throw new InputError(
    `${key} must be one of ${SEVERITIES.join(', ')}, not "${text}"`,
  );
}

function readRetention(config: Config): Duration | undefined {
  const key = 'sphera.audit.retention';
  const text = config.getOptionalString(key);
  if (text === undefined) return undefined;
  const duration = Duration.fromISO(text);
  if (duration.isValid && duration.as('days') >= 1) return duration;
  throw new InputError(
    `${key} must be an ISO 8601 duration of a day or more, like P2Y, not "${text}"`,
  );
}

function checkKey(key: string | undefined, name: string): string | undefined {
  if (key === undefined || key.length >= SHORTEST_KEY) return key;
  throw new InputError(
    `sphera.audit.${name} must have at least ${SHORTEST_KEY} characters`,
  );
}
