// One time is not broken between lines.
const GAP = '\u00a0';
const SECOND_MS = 1_000;
const SECONDS_OF_MINUTE = 60;
const MINUTES_OF_HOUR = 60;

/** A time that something took, as short as it stays clear: `8 s`, `1 min 20 s`, `2 h 5 min`. */
export function elapsedInWords(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / SECOND_MS);
  const minutes = Math.floor(seconds / SECONDS_OF_MINUTE);
  if (minutes === 0) return words(seconds, 's');
  const hours = Math.floor(minutes / MINUTES_OF_HOUR);
  return hours === 0
    ? words(minutes, 'min', seconds % SECONDS_OF_MINUTE, 's')
    : words(hours, 'h', minutes % MINUTES_OF_HOUR, 'min');
}

function words(...all: (string | number)[]): string {
  return all.join(GAP);
}
