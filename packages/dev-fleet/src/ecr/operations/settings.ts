import type { Fields } from '../../aws/Fields';
import { invalidParameter } from '../errors';
import {
  TAG_MUTABILITIES,
  type StoredRepository,
  type TagMutability,
} from '../store/StoredRepository';
import type { Operation } from './Operation';
import { repositoryNamed } from './repositoryNamed';

export const putImageTagMutability: Operation = call => {
  const repository = repositoryNamed(call);
  call.fields.needed('imageTagMutability');
  repository.tagMutability = mutabilityIn(call.fields);
  return {
    registryId: call.registry.account,
    repositoryName: repository.name,
    imageTagMutability: repository.tagMutability,
  };
};

export const putImageScanningConfiguration: Operation = call => {
  const repository = repositoryNamed(call);
  repository.scanOnPush = scanOnPushIn(call.fields);
  return {
    registryId: call.registry.account,
    repositoryName: repository.name,
    imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
  };
};

/** @throws AwsError InvalidParameterException */
export function mutabilityIn(fields: Fields): TagMutability {
  const wanted = fields.text('imageTagMutability') ?? 'MUTABLE';
  const known = TAG_MUTABILITIES.find(each => each === wanted);
  if (known) return known;
  throw invalidParameter(
    'imageTagMutability',
    `Member must satisfy enum value set: [${TAG_MUTABILITIES.join(', ')}]`,
  );
}

export function scanOnPushIn(fields: Fields): boolean {
  return fields.within('imageScanningConfiguration').flag('scanOnPush');
}

/** @throws AwsError InvalidParameterException */
export function encryptionIn(fields: Fields): StoredRepository['encryption'] {
  const given = fields.within('encryptionConfiguration');
  const encryptionType = given.text('encryptionType') ?? 'AES256';
  const kmsKey = given.text('kmsKey');
  if (!['AES256', 'KMS', 'KMS_DSSE'].includes(encryptionType)) {
    throw invalidParameter(
      'encryptionConfiguration.encryptionType',
      'Member must satisfy enum value set: [AES256, KMS, KMS_DSSE]',
    );
  }
  if (encryptionType === 'AES256' && kmsKey) {
    throw invalidParameter(
      'encryptionConfiguration',
      'KMS key can only be specified with KMS encryption',
    );
  }
  return { encryptionType, ...(kmsKey && { kmsKey }) };
}
