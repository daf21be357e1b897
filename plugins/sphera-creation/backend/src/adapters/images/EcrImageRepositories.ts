import type { ImagesSettings } from '../../settings/CreationSettings';
import type { EcrAccount } from './EcrAccount';
import type {
  ImageLabels,
  ImageRepositories,
  PushedImage,
} from './ImageRepositories';
import { lifecyclePolicy } from './lifecyclePolicy';
import { newestImage } from './newestImage';
import { notThere } from './notThere';

const CREATION_TAG = 'sphera-creation';

/** Image repositories in AWS ECR. */
export class EcrImageRepositories implements ImageRepositories {
  constructor(
    private readonly settings: ImagesSettings,
    private readonly account: EcrAccount,
  ) {}

  async exists(service: string): Promise<boolean> {
    return (await this.#arnOf(service)) !== undefined;
  }

  async create(labels: ImageLabels): Promise<{ isOurs: boolean }> {
    const { service, creation } = labels;
    const repositoryName = this.#nameOf(service);
    const isNew = await this.account.send('CreateRepository', ecr =>
      ecr
        .createRepository({
          repositoryName,
          imageTagMutability: 'IMMUTABLE',
          imageScanningConfiguration: { scanOnPush: true },
          tags: tagsOf(labels),
        })
        .then(
          () => true,
          error => {
            if (error.name === 'RepositoryAlreadyExistsException') return false;
            throw error;
          },
        ),
    );
    const isOurs = isNew || (await this.#creationOf(service)) === creation;
    if (!isOurs) return { isOurs };
    await this.account.send('PutLifecyclePolicy', ecr =>
      ecr.putLifecyclePolicy({
        repositoryName,
        lifecyclePolicyText: lifecyclePolicy(this.settings.keep),
      }),
    );
    return { isOurs };
  }

  async delete(service: string, creation: string): Promise<void> {
    if ((await this.#creationOf(service)) !== creation) return;
    await this.account.send('DeleteRepository', ecr =>
      ecr
        .deleteRepository({
          repositoryName: this.#nameOf(service),
          force: true,
        })
        .catch(notThere),
    );
  }

  async newest(service: string): Promise<{ image?: PushedImage } | undefined> {
    return newestImage(this.account, this.#nameOf(service));
  }

  imageOf(service: string): string {
    return `${this.settings.registry}/${this.#nameOf(service)}`;
  }

  urlOf(service: string): string {
    const { account, region } = this.settings;
    return `https://${region}.console.aws.amazon.com/ecr/repositories/private/${account}/${this.#nameOf(
      service,
    )}?region=${region}`;
  }

  #nameOf(service: string): string {
    return `${this.settings.prefix}${service}`;
  }

  async #arnOf(service: string): Promise<string | undefined> {
    const found = await this.account.send('DescribeRepositories', ecr =>
      ecr
        .describeRepositories({ repositoryNames: [this.#nameOf(service)] })
        .catch(notThere),
    );
    return found?.repositories?.[0]?.repositoryArn;
  }

  /** The creation that made it, as its tags say. */
  async #creationOf(service: string): Promise<string | undefined> {
    const resourceArn = await this.#arnOf(service);
    if (!resourceArn) return undefined;
    const listed = await this.account.send('ListTagsForResource', ecr =>
      ecr.listTagsForResource({ resourceArn }).catch(notThere),
    );
    return listed?.tags?.find(({ Key }) => Key === CREATION_TAG)?.Value;
  }
}

function tagsOf({ service, owner, creation }: ImageLabels) {
  return [
    { Key: 'service', Value: service },
    { Key: 'owner', Value: owner },
    { Key: 'managed-by', Value: 'sphera' },
    { Key: CREATION_TAG, Value: creation },
  ];
}
