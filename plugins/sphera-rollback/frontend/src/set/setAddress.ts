/** What a set is started with; each may be left open. */
export interface SetPlace {
  /** Entity ref, or the name, of a system. */
  system?: string;
  environment?: string;
  /** The moment to go back to, ISO 8601. */
  at?: string;
}

/** What a query says; empty fields, and a moment that is none, are left open. */
export function readSetPlace(query: URLSearchParams): SetPlace {
  const at = new Date(query.get('at') ?? '');
  return {
    system: query.get('system') || undefined,
    environment: query.get('environment') || undefined,
    at: Number.isNaN(at.getTime()) ? undefined : at.toISOString(),
  };
}

/** The address that says it. */
export function writeSetPlace(place: SetPlace): URLSearchParams {
  const query = new URLSearchParams();
  for (const [field, value] of Object.entries(place)) {
    if (value) query.set(field, value);
  }
  return query;
}
