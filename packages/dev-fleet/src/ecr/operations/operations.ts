import { getAuthorizationToken } from './getAuthorizationToken';
import { describeImages, listImages, putImage } from './images';
import type { Operation } from './Operation';
import {
  getLifecyclePolicy,
  getRepositoryPolicy,
  putLifecyclePolicy,
  setRepositoryPolicy,
} from './policies';
import {
  createRepository,
  deleteRepository,
  describeRepositories,
} from './repositories';
import {
  putImageScanningConfiguration,
  putImageTagMutability,
} from './settings';
import { listTagsForResource, tagResource, untagResource } from './tags';

/** What the stand-in can do, by the name of the call. */
export const operations: ReadonlyMap<string, Operation> = new Map([
  ['CreateRepository', createRepository],
  ['DeleteRepository', deleteRepository],
  ['DescribeImages', describeImages],
  ['DescribeRepositories', describeRepositories],
  ['GetAuthorizationToken', getAuthorizationToken],
  ['GetLifecyclePolicy', getLifecyclePolicy],
  ['GetRepositoryPolicy', getRepositoryPolicy],
  ['ListImages', listImages],
  ['ListTagsForResource', listTagsForResource],
  ['PutImage', putImage],
  ['PutImageScanningConfiguration', putImageScanningConfiguration],
  ['PutImageTagMutability', putImageTagMutability],
  ['PutLifecyclePolicy', putLifecyclePolicy],
  ['SetRepositoryPolicy', setRepositoryPolicy],
  ['TagResource', tagResource],
  ['UntagResource', untagResource],
]);
