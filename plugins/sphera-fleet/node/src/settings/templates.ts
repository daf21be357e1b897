import type { SettingProblem } from './checkedSettings';

const FIELD = /\{([^{}]*)\}/g;

/** The fields that a template such as `{environment}/{service}` names, in their order. */
export function fieldsOf(template: string): string[] {
  return [...template.matchAll(FIELD)].map(([, field]) => field);
}

/** A template with its fields filled; one without a value becomes empty. */
export function fillTemplate(
  template: string,
  values: Readonly<Record<string, string | undefined>>,
): string {
  return template.replace(FIELD, (_, field: string) => values[field] ?? '');
}

/** What is wrong with the fields of a template that a setting holds; nothing where it holds none. */
export function unknownFields(
  known: readonly string[],
  path: SettingProblem['path'],
  template: string | undefined,
): SettingProblem[] {
  return fieldsOf(template ?? '')
    .filter(field => !known.includes(field))
    .map(field => ({
      path,
      message: `has no field {${field}}; it may contain ${known
        .map(one => `{${one}}`)
        .join(', ')}`,
    }));
}
