import type { CodefreshSettings } from '../../settings/CreationSettings';
import { NeighbourError } from '../../errors';
import type { CodefreshApi } from './CodefreshApi';
import type { Pipelines, PipelineWish } from './Pipelines';

/** Marks the pipelines of a creation: Codefresh keeps labels as they are. */
const labelOf = (creation: string) => `sphera-creation-${creation}`;

/** Pipelines in Codefresh, which read their steps from codefresh.yml of the repository. */
export class CodefreshPipelines implements Pipelines {
  constructor(
    private readonly settings: CodefreshSettings,
    private readonly api: CodefreshApi,
  ) {}

  async create(wish: PipelineWish): Promise<{ isOurs: boolean }> {
    const known = await this.#creationsOf(wish.service);
    if (known) return { isOurs: known.includes(labelOf(wish.creation)) };
    await this.#makeProject();
    const made = await this.api.ask(
      'create pipelines',
      'POST',
      '/pipelines',
      this.#specOf(wish),
    );
    if (made === undefined) {
      throw new NeighbourError(
        `Codefresh has no project ${this.settings.project} that the portal may see: check sphera.creation.codefresh of the configuration`,
        false,
      );
    }
    const labels =
      made === 'exists' ? await this.#creationsOf(wish.service) : [];
    return {
      isOurs:
        made !== 'exists' || labels?.includes(labelOf(wish.creation)) === true,
    };
  }

  async delete(service: string, creation: string): Promise<void> {
    const labels = await this.#creationsOf(service);
    if (!labels?.includes(labelOf(creation))) return;
    await this.api.ask('delete pipelines', 'DELETE', this.#pathOf(service));
  }

  nameOf(service: string): string {
    return `${this.settings.project}/${service}`;
  }

  urlOf(service: string): string {
    return `${
      this.settings.url
    }/pipelines/edit/workflow?pipeline=${encodeURIComponent(
      this.nameOf(service),
    )}`;
  }

  #pathOf(service: string): string {
    return `/pipelines/${encodeURIComponent(this.nameOf(service))}`;
  }

  /** Labels of the pipeline; `undefined` where there is none. */
  async #creationsOf(service: string): Promise<string[] | undefined> {
    const found = await this.api.ask(
      'look at pipelines',
      'GET',
      this.#pathOf(service),
    );
    if (found === undefined || found === 'exists') return undefined;
    const tags = found.metadata?.labels?.tags;
    return Array.isArray(tags) ? tags.map(String) : [];
  }

  async #makeProject(): Promise<void> {
    const { project } = this.settings;
    const found = await this.api.ask(
      'look at projects',
      'GET',
      `/projects/name/${encodeURIComponent(project)}`,
    );
    if (found !== undefined) return;
    await this.api.ask('create projects', 'POST', '/projects', {
      projectName: project,
    });
  }

  #specOf({ service, repository, branch, creation }: PipelineWish): object {
    const { context } = this.settings;
    return {
      version: '1.0',
      kind: 'pipeline',
      metadata: {
        name: this.nameOf(service),
        labels: { tags: ['sphera', labelOf(creation)] },
      },
      spec: {
        triggers: [
          {
            name: 'push',
            type: 'git',
            provider: 'github',
            context,
            repo: repository,
            events: ['push.heads'],
            branchRegex: '/.*/',
          },
        ],
        specTemplate: {
          location: 'git',
          repo: repository,
          path: './codefresh.yml',
          revision: branch,
          context,
        },
      },
    };
  }
}
