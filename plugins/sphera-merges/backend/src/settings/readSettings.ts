import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  checkedSettings,
  type SettingProblem,
} from '@sphera/plugin-fleet-node';
import { FROZEN_CONTEXT } from '../syncing/contexts';
import { gitOpsRepositories } from './gitOpsRepositories';
import type { MergeSettings } from './MergeSettings';
import { settingsSchema, type WrittenSettings } from './settingsSchema';

const ROOT = 'sphera.merges';
const SECRET = 'events.modules.github.webhookSecret';
/** Where the events plugin hears of GitHub. */
const INGRESS = '/api/events/http/github';

/**
 * The settings from `sphera.merges`, checked, with what `integrations` says of the host; `undefined` where there are none.
 * @throws InputError naming each wrong key and what is wrong with it, never a token.
 */
export function readSettings(config: Config): MergeSettings | undefined {
  if (!config.getOptional(ROOT)) return undefined;
  const integrations = ScmIntegrations.fromConfig(config);
  const hosts = integrations.github.list().map(each => each.config);
  const written = checkedSettings(config, {
    root: ROOT,
    complaint: 'The settings of merges are wrong',
    schema: settingsSchema,
    contradictions: found =>
      contradictions(
        found,
        hosts.map(({ host }) => host),
      ),
  });
  const { host, webhook, exemption } = written;
  const api = hosts.find(each => each.host === host)?.apiBaseUrl;
  // A GitHub of a company's own answers calls below the address where people look.
  const own = api?.replace(/\/api\/v3\/?$/, '');
  const app = trimmed(config.getString('app.baseUrl'));
  const secret = config.getOptionalString(SECRET);
  return {
    ...written,
    except: exceptIn(written, gitOpsRepositories(config, host, integrations)),
    apiBaseUrl: api ?? `https://${host}/api/v3`,
    origin: own && own !== api ? own : `https://${host}`,
    exemption: exemption && {
      ...exemption,
      people: exemption.people.map(person => person.toLowerCase()),
    },
    webhook:
      webhook && secret
        ? {
            secret,
            url:
              trimmed(webhook.url ?? config.getString('backend.baseUrl')) +
              INGRESS,
          }
        : undefined,
    pageOf: repository =>
      `${app}/locks/merges?repository=${encodeURIComponent(repository)}`,
  };
}

/** GitOps repositories besides, unless somebody has named them: a freeze is no time to refuse a rollback. */
function exceptIn(
  { except, repositories }: WrittenSettings,
  gitOps: readonly string[],
): string[] {
  const named = repositories.map(name => name.toLowerCase());
  return [
    ...new Set([
      ...except.map(name => name.toLowerCase()),
      ...gitOps.filter(name => !named.includes(name)),
    ]),
  ];
}

function contradictions(
  { host, context }: WrittenSettings,
  hosts: string[],
): SettingProblem[] {
  return [
    ...(hosts.includes(host)
      ? []
      : [
          {
            path: ['host'],
            message: `must be a host of integrations.github, which has ${hosts.join(
              ', ',
            )}`,
          },
        ]),
    ...(context === FROZEN_CONTEXT
      ? [
          {
            path: ['context'],
            message: `must not be ${FROZEN_CONTEXT}, which nothing sets on purpose`,
          },
        ]
      : []),
  ];
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '');
}
