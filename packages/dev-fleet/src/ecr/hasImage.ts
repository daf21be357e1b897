import type { AwsStandIn } from '../aws/AwsStandIn';

/** `111111111111.dkr.ecr.eu-central-1.amazonaws.com/quotes:4.12.1` */
const IMAGE =
  /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/(.+):([^:/]+)$/;

/** Whether an image can be pulled; what is not of ECR can. */
export function hasImage(aws: AwsStandIn, image: string): boolean {
  const [, account, region, name, tag] = IMAGE.exec(image) ?? [];
  if (!account) return true;
  const found = aws.images(account, region).find(name);
  return Boolean(found?.images.some(({ tags }) => tags.includes(tag)));
}
