/** What the fields of a template can be filled with. */
export const TEMPLATE_FIELDS = [
  'service',
  'environment',
  'region',
  'owner',
  'system',
  'namespace',
  'name',
] as const;

/** One field of a template. */
export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

/** Values for the fields of a template; a field that is absent becomes empty. */
export type TemplateValues = Partial<Record<TemplateField, string>>;

// What services, namespaces, systems and groups of the catalog are named with.
const CATALOG_NAME = '[A-Za-z0-9._-]+';

/**
 * Reads what `fillTemplate` wrote. Fields that `known` has must be as it says; of
 * the others it finds out `service` and `name`.
 */
export function reader(
  template: string,
  known: TemplateValues,
): (text: string) => { service?: string; name?: string } | undefined {
  const seen = new Set<string>();
  const source = template
    .split(/(\{[^{}]*\})/)
    .map(part => {
      const field = /^\{(.*)\}$/.exec(part)?.[1] as TemplateField | undefined;
      if (field === undefined) return literally(part);
      const value = known[field];
      if (value !== undefined) return literally(value);
      const pattern = field === 'name' ? '.+' : CATALOG_NAME;
      if (field !== 'name' && field !== 'service') return `${CATALOG_NAME}`;
      if (seen.has(field)) return `\\k<${field}>`;
      seen.add(field);
      return `(?<${field}>${pattern})`;
    })
    .join('');
  const expression = new RegExp(`^${source}$`);
  return text => expression.exec(text)?.groups ?? undefined;
}

function literally(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '\\$&');
}
