import { isDeepStrictEqual } from 'node:util';
import type {
  Autoscaler,
  Deployment,
  KubeObject,
  PodTemplate,
} from '../objects';
import type { Resource } from '../resources';
import { labelSelectorTest } from '../selectors/labelSelector';
import { invalid, type FieldError } from '../StatusError';

const DNS_SUBDOMAIN =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const DNS_LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;

/** The rules of the kinds, each in the words of the real API server (pkg/apis/…/validation). */
const RULES: Record<
  string,
  (object: KubeObject, previous?: KubeObject) => FieldError[]
> = {
  Deployment: (object, previous) =>
    deploymentErrors(object as Deployment, previous as Deployment),
  HorizontalPodAutoscaler: object => autoscalerErrors(object as Autoscaler),
};

/**
 * Checks what is about to be written.
 *
 * @throws StatusError 422 with every field that is wrong
 */
export function validate(
  resource: Resource,
  object: KubeObject,
  previous?: KubeObject,
): void {
  const errors = [
    ...nameErrors(object),
    ...(RULES[resource.kind]?.(object, previous) ?? []),
  ];
  if (errors.length) throw invalid(resource, object.metadata.name, errors);
}

function nameErrors({ kind, metadata: { name } }: KubeObject): FieldError[] {
  const isLabel = kind === 'Namespace';
  if (!name) {
    return [required('metadata.name', 'name or generateName is required')];
  }
  if ((isLabel ? DNS_LABEL : DNS_SUBDOMAIN).test(name) && name.length <= 253) {
    return [];
  }
  return [
    wrong(
      'metadata.name',
      name,
      isLabel
        ? "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"
        : "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')",
    ),
  ];
}

function deploymentErrors(
  { spec }: Deployment,
  previous?: Deployment,
): FieldError[] {
  const errors: FieldError[] = [];
  const { replicas, selector, template } = spec ?? {};
  if (!selector) errors.push(required('spec.selector'));
  if (!selector || !labelSelectorTest(selector)(template?.metadata?.labels)) {
    errors.push(
      wrong(
        'spec.template.metadata.labels',
        template?.metadata?.labels ?? null,
        '`selector` does not match template `labels`',
      ),
    );
  }
  if (previous && !isDeepStrictEqual(previous.spec.selector, selector)) {
    errors.push(wrong('spec.selector', selector, 'field is immutable'));
  }
  errors.push(...countErrors('spec.replicas', replicas));
  return [...errors, ...templateErrors(template)];
}

function templateErrors(template?: PodTemplate): FieldError[] {
  const containers = template?.spec?.containers ?? [];
  if (!containers.length) {
    return [required('spec.template.spec.containers')];
  }
  return containers.flatMap(({ name, image }, index) => {
    const field = `spec.template.spec.containers[${index}]`;
    return [
      ...(name ? [] : [required(`${field}.name`)]),
      ...(image ? [] : [required(`${field}.image`)]),
    ];
  });
}

function autoscalerErrors({ spec }: Autoscaler): FieldError[] {
  const { minReplicas = 1, maxReplicas, scaleTargetRef } = spec;
  const errors: FieldError[] = [];
  if (!scaleTargetRef?.kind) errors.push(required('spec.scaleTargetRef.kind'));
  if (!scaleTargetRef?.name) errors.push(required('spec.scaleTargetRef.name'));
  if (minReplicas < 1) {
    errors.push(
      wrong(
        'spec.minReplicas',
        minReplicas,
        'must be greater than or equal to 1',
      ),
    );
  }
  if (!(maxReplicas >= 1)) {
    errors.push(required('spec.maxReplicas', 'must be set and greater than 0'));
  }
  if (maxReplicas < minReplicas) {
    errors.push(
      wrong(
        'spec.maxReplicas',
        maxReplicas,
        'must be greater than or equal to `minReplicas`',
      ),
    );
  }
  return errors;
}

function countErrors(field: string, value: unknown): FieldError[] {
  if (!Number.isInteger(value)) {
    return [wrong(field, value, 'must be a whole number')];
  }
  return Number(value) < 0 ? [notNegative(field, Number(value))] : [];
}

/** @returns the error for a count that is below zero */
export function notNegative(field: string, value: number): FieldError {
  return wrong(field, value, 'must be greater than or equal to 0');
}

function wrong(field: string, value: unknown, why: string): FieldError {
  return {
    field,
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${JSON.stringify(value)}: ${why}`,
  };
}

function required(field: string, why?: string): FieldError {
  return {
    field,
    reason: 'FieldValueRequired',
    message: why ? `Required value: ${why}` : 'Required value',
  };
}
