import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { component } from './__testUtils__/demo';
import { startLinks } from './__testUtils__/startLinks';

const page = readFileSync(
  join(__dirname, '../../../../../docs/links.md'),
  'utf8',
);
const [, example] = /## Examples[^]*?```yaml\n([^]*?)```/.exec(page)!;

it('makes of each example of the documentation what it promises', async () => {
  const { linksOf } = await startLinks({
    links: parse(example).sphera.links,
    entities: [
      component('quotes', {
        'sphera.io/environments': 'production',
        'github.com/project-slug': 'acme/quotes',
        'sphera.io/slack-channel': '#booking',
        'pagerduty.com/service-id': 'PQT4X1',
        'grafana.acme.example/dashboard': 'abc123',
      }),
    ],
  });
  const links = await linksOf('quotes');
  expect(links.map(({ title, url }) => `${title} ${url}`)).toEqual([
    'GitHub https://github.com/acme/quotes',
    'Pull requests https://github.com/acme/quotes/pulls',
    'Codefresh https://g.codefresh.io/builds2?filter=pageSize:10;field:repoName~Repository;value:quotes',
    'Slack https://acme.slack.com/app_redirect?channel=booking',
    'PagerDuty https://acme.pagerduty.com/service-directory/PQT4X1',
    'Argo CD https://argocd.acme.example/applications/argocd/quotes-production-eu',
    'Argo CD https://argocd.acme.example/applications/argocd/quotes-production-eu-2',
    'Argo CD https://argocd.acme.example/applications/argocd/quotes-production-us',
    'Datadog https://app.datadoghq.com/apm/services/quotes?env=prod',
    'Coralogix https://acme.coralogix.com/#/query-new/logs?query=application:production%20AND%20subsystem:quotes',
    'Grafana https://grafana.acme.example/d/abc123?var-region=eu-central-1',
    'Grafana https://grafana.acme.example/d/abc123?var-region=us-east-1',
  ]);
});
