import {
  invalidParameter,
  lifecyclePolicyNotFound,
  repositoryPolicyNotFound,
} from '../errors';
import { inSeconds, type Operation } from './Operation';
import { repositoryNamed } from './repositoryNamed';

const POLICY_LENGTH = { least: 100, most: 30_720 };

export const putLifecyclePolicy: Operation = call => {
  const { registry, fields, now } = call;
  const repository = repositoryNamed(call);
  const text = fields.needed('lifecyclePolicyText', POLICY_LENGTH);
  checkRules(text);
  repository.lifecyclePolicy = { text, at: now };
  return {
    registryId: registry.account,
    repositoryName: repository.name,
    lifecyclePolicyText: text,
  };
};

export const getLifecyclePolicy: Operation = call => {
  const { account } = call.registry;
  const { name, lifecyclePolicy } = repositoryNamed(call);
  if (!lifecyclePolicy) throw lifecyclePolicyNotFound(name, account);
  return {
    registryId: account,
    repositoryName: name,
    lifecyclePolicyText: lifecyclePolicy.text,
    lastEvaluatedAt: inSeconds(lifecyclePolicy.at),
  };
};

export const setRepositoryPolicy: Operation = call => {
  const repository = repositoryNamed(call);
  const text = call.fields.needed('policyText', { most: 10_240 });
  if (!parsed(text)) {
    throw invalidParameter('PolicyText', 'Invalid repository policy provided');
  }
  repository.policy = text;
  return {
    registryId: call.registry.account,
    repositoryName: repository.name,
    policyText: text,
  };
};

export const getRepositoryPolicy: Operation = call => {
  const { account } = call.registry;
  const { name, policy } = repositoryNamed(call);
  if (policy === undefined) throw repositoryPolicyNotFound(name, account);
  return { registryId: account, repositoryName: name, policyText: policy };
};

/** @throws AwsError InvalidParameterException where a rule is no rule */
function checkRules(text: string): void {
  const { rules } = (parsed(text) ?? {}) as { rules?: Rule[] };
  const priorities = Array.isArray(rules)
    ? rules.map(({ rulePriority }) => rulePriority)
    : [];
  const isValid =
    Array.isArray(rules) &&
    rules.length > 0 &&
    rules.every(isRule) &&
    new Set(priorities).size === priorities.length;
  if (isValid) return;
  throw invalidParameter(
    'LifecyclePolicyText',
    'Lifecycle policy validation failure: the rules do not satisfy the schema',
  );
}

/** As much of a rule as is checked. */
interface Rule {
  rulePriority?: number;
  selection?: {
    tagStatus?: string;
    tagPrefixList?: string[];
    tagPatternList?: string[];
    countType?: string;
    countUnit?: string;
    countNumber?: number;
  };
  action?: { type?: string };
}

function isRule({ rulePriority, selection, action }: Rule): boolean {
  const { tagStatus, tagPrefixList, tagPatternList } = selection ?? {};
  const { countType, countUnit, countNumber = 0 } = selection ?? {};
  const isCounted =
    countType === 'imageCountMoreThan'
      ? countUnit === undefined
      : countType === 'sinceImagePushed' && countUnit === 'days';
  const isSelected =
    tagStatus === 'tagged'
      ? Boolean(tagPrefixList?.length ?? tagPatternList?.length)
      : tagStatus === 'untagged' || tagStatus === 'any';
  return (
    Number.isInteger(rulePriority) &&
    Number(rulePriority) > 0 &&
    isSelected &&
    isCounted &&
    countNumber > 0 &&
    action?.type === 'expire'
  );
}

function parsed(text: string): object | undefined {
  try {
    return Object(JSON.parse(text));
  } catch {
    return undefined;
  }
}
