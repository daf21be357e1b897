import {
  type Page,
  pageOfList,
  type PageQuestion,
} from '@sphera/plugin-operations-node';
import type { ServiceSecrets } from '@sphera/plugin-secrets-common';
import type { ReadingParts } from '../ReadingParts';
import { withCompleteness } from '../sums';

/** Every service that has secrets, in sum, by entity ref. @throws FieldError for a wrong cursor */
export async function listServiceSecrets(
  {
    memory,
    views,
    directory,
  }: Pick<ReadingParts, 'memory' | 'views' | 'directory'>,
  question: PageQuestion & {
    /** Entity refs; absent: all. */
    services?: readonly string[];
  },
): Promise<Page<ServiceSecrets>> {
  const asked = question.services && new Set(question.services);
  const services = (await directory.list()).filter(
    ({ ref }) => !asked || asked.has(ref),
  );
  const some = views
    .of(services)
    .filter(({ sums }) => sums.secrets > 0)
    .sort((a, b) => (a.service.ref < b.service.ref ? -1 : 1));
  const places = memory.places();
  return pageOfList('services', some, question, ({ service, sums }) => ({
    ...sums,
    service: service.ref,
    environments: withCompleteness(sums, places).filter(
      ({ secrets }) => secrets > 0,
    ),
  }));
}
