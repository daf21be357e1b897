import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Permission } from '@backstage/plugin-permission-common';
import { askable } from './conditions';
import { opposite } from './opposite';
import type { Who } from './policy';
import { Setting } from './Setting';

/** What the words of a rule can refer to. */
export interface RuleSurroundings {
  /** Names of the fleet's environments. */
  environments: string[];
  /** The permissions that the rule is about. */
  permissions: Permission[];
}

const WORDS = ['everyone', 'nobody', 'owners', 'platform'] as const;
const FORMS = ['memberOf', 'inEnvironment', 'anyOf', 'allOf', 'not'] as const;
const EXPECTED = `must be one of ${WORDS.join(
  ', ',
)}, or have one of ${FORMS.join(', ')}`;

/** Who may, as a rule says it; `nobody` where it is wrong. */
export function readWho(setting: Setting, around: RuleSurroundings): Who {
  const { value } = setting;
  if (typeof value === 'string') return readWord(setting, value, around);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    setting.wrong(
      value === undefined ? `is missing: it ${EXPECTED}` : EXPECTED,
    );
    return 'nobody';
  }
  const fields = setting.fields(...FORMS);
  const used = FORMS.filter(form => fields[form].value !== undefined);
  if (used.length !== 1) {
    setting.wrong(
      used.length > 1
        ? `has ${used.join(' and ')}: say allOf or anyOf of them`
        : EXPECTED,
    );
    return 'nobody';
  }
  const [form] = used;
  return readForm(form, fields[form], around);
}

/** Entity ref of a group, or of a user; a name alone is that of a group. */
export function readMember(setting: Setting): string {
  try {
    const ref = parseEntityRef(String(setting.value), {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    if (['group', 'user'].includes(ref.kind.toLowerCase())) {
      return stringifyEntityRef(ref);
    }
  } catch {
    // Said below, together with refs of other things.
  }
  setting.wrong(
    `"${setting.value}" must be a group, like group:default/platform`,
  );
  return '';
}

function readWord(
  setting: Setting,
  value: string,
  { permissions }: RuleSurroundings,
): Who {
  const word = WORDS.find(one => one === value);
  if (!word) setting.wrong(`"${value}" ${EXPECTED}`);
  if (word === 'owners') {
    refuseFor(
      setting,
      permissions.filter(one => !askable(one)),
      'has owners',
    );
  }
  return word ?? 'nobody';
}

function readForm(
  form: (typeof FORMS)[number],
  setting: Setting,
  around: RuleSurroundings,
): Who {
  switch (form) {
    case 'memberOf':
      return { memberOf: setting.list().map(readMember) };
    case 'inEnvironment':
      return { inEnvironment: readEnvironments(setting, around) };
    case 'not':
      return opposite(readWho(setting, around), around.environments);
    case 'anyOf':
      return { anyOf: setting.list().map(one => readWho(one, around)) };
    default:
      return { allOf: setting.list().map(one => readWho(one, around)) };
  }
}

function readEnvironments(
  setting: Setting,
  { environments, permissions }: RuleSurroundings,
): string[] {
  refuseFor(
    setting,
    permissions.filter(one => !askable(one)?.inEnvironment),
    'is in an environment',
  );
  return setting.list().map(one => {
    if (!environments.includes(String(one.value))) {
      one.wrong(
        `"${one.value}" is not one of sphera.fleet.environments (${
          environments.join(', ') || 'there are none'
        })`,
      );
    }
    return String(one.value);
  });
}

function refuseFor(setting: Setting, permissions: Permission[], what: string) {
  if (permissions.length === 0) return;
  const names = permissions.map(({ name }) => name).join(', ');
  setting.wrong(`${names} is not about anything that ${what}`);
}
