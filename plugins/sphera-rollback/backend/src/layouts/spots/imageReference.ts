/** An image as Kubernetes names it. */
export interface ImageReference {
  /** With the registry: `registry.kestrel.example:5000/delivery/labels`. */
  repository: string;
  tag?: string;
  digest?: string;
}

const IMAGE =
  /^(?<repository>(?:[A-Za-z0-9.-]+(?::\d+)?\/)?[A-Za-z0-9._/-]+)(?::(?<tag>[A-Za-z0-9_.-]+))?(?:@(?<digest>[a-z0-9+._-]+:[A-Za-z0-9]+))?$/;

/** The parts of an image's name; `undefined` where it is none. */
export function parseImage(text: string): ImageReference | undefined {
  const groups = IMAGE.exec(text)?.groups;
  return groups && { ...groups, repository: groups.repository };
}

/** Which images are a service's. */
export type ImageFilter = (repository: string) => boolean;

/** The images of a repository, with its registry or without; where none is named, those whose last part is the service. */
export function imagesOf(
  image: string | undefined,
  service: string,
): ImageFilter {
  const wanted = image ?? service;
  return repository =>
    repository === wanted || repository.endsWith(`/${wanted}`);
}
