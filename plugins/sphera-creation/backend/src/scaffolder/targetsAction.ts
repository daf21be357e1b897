import type { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Fleet } from '@sphera/plugin-fleet-common';
import { fillTemplate } from '@sphera/plugin-fleet-node';
import { parseCloneUrl } from '@sphera/plugin-git-node';
import { teamOf } from '../acting/teamsOf';
import { canonicalRef } from '../creations/canonicalDraft';
import { targetsOf } from '../creations/targetsOf';
import type { CreationSettings } from '../settings/CreationSettings';

/** What a template has to know of this portal to write a service for it. Changes nothing. */
export function createTargetsAction(parts: {
  auth: AuthService;
  catalog: CatalogService;
  fleet: Fleet;
  settings: CreationSettings;
}) {
  const { fleet, settings } = parts;
  const { github, images, codefresh, manifests } = settings;
  return createTemplateAction({
    id: 'sphera:creation:targets',
    description:
      'Says where a new service is going to be: repository, image, and each environment and region in which it runs',
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the service'),
        owner: z => z.string().describe('The group that owns it'),
        system: z => z.string().optional(),
        regions: z => z.array(z.string()),
      },
      output: {
        targets: z =>
          z.array(
            z.object({
              environment: z.string(),
              region: z.string(),
              clusters: z.array(z.string()),
              namespace: z.string(),
              isFirst: z.boolean(),
            }),
          ),
        firstEnvironments: z => z.array(z.string()),
        repoUrl: z => z.string().describe('As publish:github takes it'),
        repository: z => z.string().describe('Where people look'),
        catalogInfoUrl: z => z.string(),
        organization: z => z.string(),
        codeOwners: z => z.string().describe('As CODEOWNERS has it'),
        requiredChecks: z => z.array(z.string()),
        image: z => z.string().describe('Without its tag'),
        imageRegion: z => z.string(),
        codefresh: z => z.boolean(),
        deployments: z =>
          z
            .object({
              repository: z.string(),
              branch: z.string(),
              folder: z.string(),
            })
            .describe('Where pipelines commit'),
      },
    },
    async handler(ctx) {
      const { name, regions } = ctx.input;
      const owner = canonicalRef(ctx.input.owner, 'group');
      const system =
        ctx.input.system && canonicalRef(ctx.input.system, 'system');
      const targets = targetsOf(
        { name, owner, system: system || undefined, regions },
        fleet,
        manifests,
      );
      const organization = github?.organization ?? '';
      const repository = github
        ? `${github.origin}/${organization}/${name}`
        : '';
      const team =
        (await teamOf(parts, owner).catch(() => undefined)) ??
        parseEntityRef(owner).name;
      ctx.output('targets', targets);
      ctx.output('firstEnvironments', manifests?.firstEnvironments ?? []);
      ctx.output(
        'repoUrl',
        `${github?.host ?? ''}?owner=${organization}&repo=${name}`,
      );
      ctx.output('repository', repository);
      ctx.output('catalogInfoUrl', `${repository}/blob/main/catalog-info.yaml`);
      ctx.output('organization', organization);
      ctx.output('codeOwners', `@${organization}/${team}`);
      ctx.output('requiredChecks', github?.requiredChecks ?? []);
      ctx.output(
        'image',
        images ? `${images.registry}/${images.prefix}${name}` : name,
      );
      ctx.output('imageRegion', images?.region ?? '');
      ctx.output('codefresh', codefresh !== undefined);
      ctx.output('deployments', deploymentsOf(name));
    },
  });

  function deploymentsOf(name: string) {
    if (!manifests) return { repository: '', branch: '', folder: '' };
    const remote = manifests.git.repositories.find(
      one => one.name === manifests.repository,
    )!;
    return {
      repository: parseCloneUrl(remote.url)!.path,
      branch: manifests.branch,
      folder: fillTemplate(manifests.folder, { service: name }),
    };
  }
}
