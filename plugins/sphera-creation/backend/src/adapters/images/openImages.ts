import type { Config } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import type { CreationSettings } from '../../settings/CreationSettings';
import { EcrAccount } from './EcrAccount';
import { EcrImageRepositories } from './EcrImageRepositories';
import type { ImageRepositories } from './ImageRepositories';

/** The image repositories of the settings; nothing is connected before the first call. */
export function openImages({
  config,
  settings: { images },
}: {
  config: Config;
  settings: Pick<CreationSettings, 'images'>;
}): (ImageRepositories & { close(): void }) | undefined {
  if (!images) return undefined;
  const account = new EcrAccount(
    images,
    DefaultAwsCredentialsManager.fromConfig(config),
  );
  return Object.assign(new EcrImageRepositories(images, account), {
    close: () => account.close(),
  });
}
