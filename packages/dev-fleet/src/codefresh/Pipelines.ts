import { randomBytes } from 'node:crypto';
import { CodefreshError } from './CodefreshError';

/** Where pipelines belong. */
export interface Project {
  id: string;
  projectName: string;
}

/** A pipeline as it was put, with what Codefresh adds. */
export interface Pipeline {
  version: string;
  kind: string;
  metadata: {
    id: string;
    /** `project/name` */
    name: string;
    project: string;
    projectId: string;
    revision: number;
    created_at: string;
    updated_at: string;
    [more: string]: unknown;
  };
  spec: object;
}

/** What somebody puts. */
export interface PipelineWish {
  version?: string;
  kind?: string;
  metadata?: { name?: string; [more: string]: unknown };
  spec?: object;
}

/** The projects of an account and their pipelines, in memory. */
export class Pipelines {
  readonly #projects = new Map<string, Project>();
  readonly #pipelines = new Map<string, Pipeline>();

  constructor(private readonly now: () => number) {}

  projects(): Project[] {
    return [...this.#projects.values()];
  }

  /** @throws CodefreshError 404 */
  project(name: string): Project {
    const found = this.#projects.get(name);
    if (found) return found;
    throw new CodefreshError(
      404,
      'PROJECT_NOT_FOUND_ERROR',
      `Project ${name} could not be found`,
    );
  }

  /** @throws CodefreshError 400 */
  addProject(projectName: unknown): Project {
    if (typeof projectName !== 'string' || !projectName) {
      throw new CodefreshError(
        400,
        'VALIDATION_ERROR',
        'projectName is required',
      );
    }
    if (this.#projects.has(projectName)) {
      throw new CodefreshError(
        400,
        'PROJECT_ALREADY_EXISTS_ERROR',
        `Project ${projectName} already exists`,
      );
    }
    const project = { id: newId(), projectName };
    this.#projects.set(projectName, project);
    return project;
  }

  /** In the order in which they were made. */
  list(): Pipeline[] {
    return [...this.#pipelines.values()];
  }

  /** By id or by name. @throws CodefreshError 404 */
  get(idOrName: string): Pipeline {
    const found =
      this.#pipelines.get(idOrName) ??
      this.list().find(({ metadata }) => metadata.id === idOrName);
    if (found) return found;
    throw new CodefreshError(
      404,
      'PIPELINE_NOT_FOUND_ERROR',
      `Pipeline ${idOrName} could not be found`,
    );
  }

  /** @throws CodefreshError 400, 404 where its project is missing */
  add(wish: PipelineWish): Pipeline {
    const name = nameOf(wish);
    const project = this.project(name.slice(0, name.indexOf('/')));
    if (this.#pipelines.has(name)) {
      throw new CodefreshError(
        400,
        'PIPELINE_ALREADY_EXISTS_ERROR',
        `Pipeline with name ${name} already exists`,
      );
    }
    const at = new Date(this.now()).toISOString();
    const pipeline: Pipeline = {
      version: wish.version ?? '1.0',
      kind: wish.kind ?? 'pipeline',
      metadata: {
        ...wish.metadata,
        id: newId(),
        name,
        project: project.projectName,
        projectId: project.id,
        revision: 1,
        created_at: at,
        updated_at: at,
      },
      spec: wish.spec ?? {},
    };
    this.#pipelines.set(name, pipeline);
    return pipeline;
  }

  /** @throws CodefreshError 400, 404 */
  replace(idOrName: string, wish: PipelineWish): Pipeline {
    const { metadata, ...earlier } = this.get(idOrName);
    const name = nameOf({
      ...wish,
      metadata: { ...metadata, ...wish.metadata },
    });
    const replaced: Pipeline = {
      ...earlier,
      spec: wish.spec ?? earlier.spec,
      metadata: {
        ...metadata,
        ...wish.metadata,
        id: metadata.id,
        name,
        revision: metadata.revision + 1,
        updated_at: new Date(this.now()).toISOString(),
      },
    };
    this.#pipelines.delete(metadata.name);
    this.#pipelines.set(name, replaced);
    return replaced;
  }

  /** @throws CodefreshError 404 */
  remove(idOrName: string): void {
    this.#pipelines.delete(this.get(idOrName).metadata.name);
  }
}

/** Ids look like those of its database. */
function newId(): string {
  return randomBytes(12).toString('hex');
}

function nameOf({ metadata }: PipelineWish): string {
  const name = metadata?.name;
  if (typeof name === 'string' && /^[^/]+\/[^/]+$/.test(name)) return name;
  throw new CodefreshError(
    400,
    'VALIDATION_ERROR',
    'metadata.name must be of the form project/name',
  );
}
