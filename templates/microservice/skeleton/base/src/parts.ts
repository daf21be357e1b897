{% if 'cache' in values.needs %}
import { connectCache } from './cache.ts';
{% endif %}
{% if 'database' in values.needs %}
import { connectDatabase } from './database.ts';
{% endif %}
import type { Parts, Surroundings } from './part.ts';
{% if 'topics' in values.needs %}
import { connectTopics } from './topics.ts';
{% endif %}
{% if 'worker' in values.needs %}
import { startWorker } from './worker.ts';
{% endif %}

/** Everything that the service uses, in the order in which it is started. */
{% if 'database' in values.needs or 'cache' in values.needs or 'topics' in values.needs or 'worker' in values.needs %}
export const makeParts = (surroundings: Surroundings) =>
  ({
{% if 'database' in values.needs %}
    database: connectDatabase(surroundings),
{% endif %}
{% if 'cache' in values.needs %}
    cache: connectCache(surroundings),
{% endif %}
{% if 'topics' in values.needs %}
    topics: connectTopics(surroundings),
{% endif %}
{% if 'worker' in values.needs %}
    worker: startWorker(surroundings),
{% endif %}
  }) satisfies Parts;
{% else %}
export const makeParts: (surroundings: Surroundings) => Parts = () => ({});
{% endif %}
