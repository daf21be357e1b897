const ROUTES = [
  ['GET', '/quotes'],
  ['POST', '/quotes'],
  ['POST', '/bookings'],
  ['GET', '/bookings/81f2'],
  ['GET', '/parcels/KP4711'],
  ['POST', '/payments'],
  ['GET', '/tours/c-102'],
  ['POST', '/routes'],
];

const ERRORS = [
  'upstream request timed out after 2000 ms',
  'connection to database was reset, trying again',
  'message could not be parsed, moved to the dead letter topic',
];

const WARNINGS = [
  'slow query took 812 ms',
  'cache miss rate is above 40 percent',
  'token of a partner expires within 7 days',
];

const BEGINNING = [
  'starting',
  'configuration loaded',
  'connected to database',
  'listening on :8080',
];

/**
 * What a service writes as its line with this number: structured, and now and then an error.
 *
 * @param chance any whole number; the same one gives the same line
 */
export function serviceLine(
  image: string,
  number: number,
  chance: number,
): string {
  const service = image.slice(image.lastIndexOf('/') + 1).split(':')[0];
  const line = (level: string, msg: string, more: object = {}) =>
    JSON.stringify({ level, service, msg, ...more });
  if (number < BEGINNING.length) return line('info', BEGINNING[number]);
  const pick = <T>(list: T[]) => list[chance % list.length];
  const trace = chance.toString(16).padStart(8, '0');
  if (chance % 97 === 0) return line('error', pick(ERRORS), { trace });
  if (chance % 31 === 0) return line('warn', pick(WARNINGS), { trace });
  const [method, path] = pick(ROUTES);
  return line('info', 'request', {
    method,
    path,
    status: method === 'POST' ? 201 : 200,
    ms: 3 + (chance % 140),
    trace,
  });
}
