import { Button, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { FieldMessage } from '@sphera/plugin-operations-react';
import type { OfferedCluster } from '../../form/clusters/OfferedCluster';
import type { Problems } from '../../form/draft/Problems';
import { RingCard } from './RingCard';
import { moved, type RingDraft, withClusters, withRing } from './RingDraft';
import styles from './rings.module.css';

const MOST_RINGS = 50;
const MOST_NAMED = 6;

/** The rings of a roll-out in their order: as configured, or as one wants them this time. */
export function RingsField(props: {
  value: RingDraft[];
  onChange(rings: RingDraft[]): void;
  /** All clusters that there are to choose from, with what each has now. */
  offered: readonly OfferedCluster[];
  problems: Problems;
  error: Error | null;
}) {
  const { value, onChange, offered, problems, error } = props;
  const inRings = new Set(value.flatMap(({ clusters }) => clusters));
  const left = offered.filter(({ cluster }) => !inRings.has(cluster));
  return (
    <div role="group" aria-label="Rings" className={styles.field}>
      <ol className={styles.rings} aria-label="Rings in order">
        {value.map((ring, at) => (
          <RingCard
            key={ring.key}
            number={at + 1}
            ring={ring}
            offered={offered}
            problems={problems}
            onName={name =>
              onChange(
                value.map(one => (one === ring ? { ...one, name } : one)),
              )
            }
            onClusters={clusters =>
              onChange(withClusters(value, ring.key, clusters))
            }
            onRemove={() => onChange(value.filter(one => one !== ring))}
            onUp={
              at > 0 ? () => onChange(moved(value, ring.key, -1)) : undefined
            }
            onDown={
              at < value.length - 1
                ? () => onChange(moved(value, ring.key, 1))
                : undefined
            }
          />
        ))}
      </ol>
      <div className={styles.add}>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          isDisabled={value.length >= MOST_RINGS}
          onPress={() => onChange(withRing(value))}
        >
          Add a ring
        </Button>
        {problems.rings && (
          <Text role="alert" color="danger" variant="body-small">
            {problems.rings}
          </Text>
        )}
      </div>
      {left.length > 0 && (
        <Text color="secondary" role="status">
          In no ring, and left as they are: {named(left)}.
        </Text>
      )}
      <FieldMessage error={error} fields={['rings']} />
    </div>
  );
}

function named(clusters: OfferedCluster[]): string {
  const names = clusters.map(({ cluster }) => cluster);
  const rest = names.length - MOST_NAMED;
  const first = names.slice(0, MOST_NAMED).join(', ');
  return rest > 0 ? `${first} and ${rest} more` : first;
}
