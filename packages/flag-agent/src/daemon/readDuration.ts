import { SettingsError } from './SettingsError';

const DURATION = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/;
const LONGEST_MS = 24 * 60 * 60_000;

/**
 * Milliseconds of an ISO 8601 duration of hours, minutes and seconds; a library for all of them takes megabytes.
 * @throws SettingsError
 */
export function readDuration(text: string, option: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(text) ?? [];
  const milliseconds =
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  if (milliseconds > 0 && milliseconds <= LONGEST_MS) return milliseconds;
  throw new SettingsError(
    `--${option} must be an ISO 8601 duration of at most a day, like PT30S or PT5M`,
  );
}
