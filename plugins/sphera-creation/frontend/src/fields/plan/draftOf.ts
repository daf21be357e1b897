import {
  planCreation,
  SERVICE_KINDS,
  type ServiceKind,
} from '@sphera/plugin-creation-common';
import type { RequestOf } from '@sphera/plugin-operations-common';

/** What a form has said so far, as a draft; what is missing or wrong is for the backend to say. */
export function draftOf(
  kind: unknown,
  form: Record<string, unknown>,
): RequestOf<typeof planCreation> {
  const { name, owner, purpose, system, needs, regions } = form;
  return {
    kind: kindOf(kind),
    name: text(name) ?? '',
    owner: text(owner) ?? '',
    purpose: text(purpose) ?? '',
    system: text(system),
    needs: Array.isArray(needs) ? needs : undefined,
    regions: Array.isArray(regions) ? regions : [],
  };
}

function kindOf(kind: unknown): ServiceKind {
  const known = SERVICE_KINDS.find(one => one === kind);
  if (known) return known;
  throw new Error(
    `The template says ui:options.kind: ${kind}; it must be one of ${SERVICE_KINDS.join(
      ', ',
    )}`,
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}
