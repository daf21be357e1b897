/** How the path of a manifest has to end: pipelines copy `deploy/<environment>/<region>.yaml` of the service there. */
export const PATH_END = '/{environment}/{region}.yaml';

/** The part of a checked path in front of the environment. */
export const folderOf = (path: string): string =>
  path.slice(0, -PATH_END.length);
