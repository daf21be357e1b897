// A text column of a database takes neither NUL nor halves of surrogate pairs.
const UNSTORABLE =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f\p{Surrogate}]/gu;
const LONGEST_JSON = 32_000;

/** A text as every database stores it, at most this many characters long. */
export function clipped(text: string, longest: number): string {
  const short =
    text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
  return short.replace(UNSTORABLE, ' ');
}

/** An object as JSON; its beginning only, as `{"clipped": "…"}`, where it is too long. */
export function clippedJson(value: object): string {
  const json = JSON.stringify(value);
  return json.length <= LONGEST_JSON
    ? json
    : JSON.stringify({ clipped: clipped(json, LONGEST_JSON) });
}
