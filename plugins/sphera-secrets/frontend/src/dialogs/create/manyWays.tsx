import type { FurtherWay } from '../../fields/value/ValuePanels';
import { ManyPanel } from './ManyPanel';
import { ManyEntries } from './useManyEntries';

/** The ways to create many secrets at once, by their ids. */
export function manyWays(
  many: Record<'json' | 'env', ManyEntries>,
  hasTried: boolean,
): FurtherWay[] {
  return [
    {
      id: 'json',
      title: 'JSON',
      panel: (
        <ManyPanel
          label="Many secrets as JSON"
          description="One object: its fields are names, its strings values."
          placeholder='{ "DATABASE_PASSWORD": "…" }'
          many={many.json}
          hasTried={hasTried}
        />
      ),
    },
    {
      id: 'env',
      title: '.env',
      panel: (
        <ManyPanel
          label="Many secrets as .env"
          description="One name and value a line."
          placeholder="DATABASE_PASSWORD=…"
          many={many.env}
          hasTried={hasTried}
        />
      ),
    },
  ];
}
