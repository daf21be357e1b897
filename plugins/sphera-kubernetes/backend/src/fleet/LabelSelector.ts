/** One condition on a label. */
export type LabelRequirement =
  | { key: string; operator: 'in' | 'notin'; values: string[] }
  | { key: string; operator: 'exists' | 'absent' };

/** Conditions that must all hold; none of them: everything matches. */
export type LabelSelector = LabelRequirement[];

const KEY = '[A-Za-z0-9](?:[A-Za-z0-9./_-]*[A-Za-z0-9])?';
const VALUE = '[A-Za-z0-9._-]*';
const SET = new RegExp(`^(${KEY})\\s+(in|notin)\\s*\\(([^()]*)\\)$`);
const EQUALITY = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*(${VALUE})$`);
const PRESENCE = new RegExp(`^(!?)\\s*(${KEY})$`);

/**
 * A selector as `kubectl -l` takes it: `app=quotes,tier in (api, web),!canary`.
 * `undefined` where it cannot be read, so that a mistake matches nothing.
 */
export function parseLabelSelector(text: string): LabelSelector | undefined {
  const parts = text.split(/,(?![^(]*\))/).map(part => part.trim());
  const requirements = parts.map(parseRequirement);
  return requirements.every(one => one !== undefined)
    ? (requirements as LabelSelector)
    : undefined;
}

function parseRequirement(text: string): LabelRequirement | undefined {
  const set = SET.exec(text);
  if (set) {
    const values = set[3].split(',').map(value => value.trim());
    return { key: set[1], operator: set[2] as 'in' | 'notin', values };
  }
  const equality = EQUALITY.exec(text);
  if (equality) {
    const operator = equality[2] === '!=' ? 'notin' : 'in';
    return { key: equality[1], operator, values: [equality[3]] };
  }
  const presence = PRESENCE.exec(text);
  if (presence) {
    return { key: presence[2], operator: presence[1] ? 'absent' : 'exists' };
  }
  return undefined;
}

/** Whether labels meet all conditions; as in Kubernetes, `notin` also holds where the label is absent. */
export function selects(
  selector: LabelSelector,
  labels: Readonly<Record<string, string>>,
): boolean {
  return selector.every(requirement => {
    const value = labels[requirement.key];
    switch (requirement.operator) {
      case 'in':
        return value !== undefined && requirement.values.includes(value);
      case 'notin':
        return value === undefined || !requirement.values.includes(value);
      case 'exists':
        return value !== undefined;
      default:
        return value === undefined;
    }
  });
}
