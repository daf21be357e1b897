import { titleOf } from '@sphera/plugin-fleet-common';
import {
  NAME_TOKEN,
  type Place,
  type StandardAnswer,
} from '@sphera/plugin-secrets-common';
import { useFleet } from '@sphera/plugin-services-react';
import { hasPlace } from './places';
import styles from './StandardPreview.module.css';

type ShapeInPlace = StandardAnswer['places'][number];

/** What the standard makes of a secret in each chosen place, while it is being thought of. */
export function StandardPreview(props: {
  standard: StandardAnswer;
  /** Empty: not written yet. */
  name: string;
  places: Place[];
}) {
  const { standard, name, places } = props;
  const { environments, regions } = useFleet();
  const shapes = standard.places.filter(place => hasPlace(places, place));
  if (shapes.length === 0) return null;
  return (
    <section aria-label="To the standard" className={styles.preview}>
      <h3 className={styles.heading}>To the standard</h3>
      {groupsOf(shapes).map(group => {
        const [{ environment, fullName, tags, kmsKey }] = group;
        const where = group.map(({ region }) => titleOf(regions, region));
        return (
          <details key={`${environment}/${group[0].region}`}>
            <summary>
              <code className={styles.fullName}>
                {fullName.replaceAll(NAME_TOKEN, name || '…')}
              </code>
              <span className={styles.where}>
                {titleOf(environments, environment)}: {where.join(', ')}
              </span>
            </summary>
            <dl className={styles.tags}>
              {tags.map(({ key, value }) => (
                <div key={key}>
                  <dt>{key}</dt>
                  <dd>{value.replaceAll(NAME_TOKEN, name || '…')}</dd>
                </div>
              ))}
              <div>
                <dt>Encryption key</dt>
                <dd>{kmsKey ?? 'the key of AWS itself'}</dd>
              </div>
            </dl>
          </details>
        );
      })}
    </section>
  );
}

/** Places of one environment that the standard treats alike, together. */
function groupsOf(shapes: ShapeInPlace[]): ShapeInPlace[][] {
  const groups = new Map<string, ShapeInPlace[]>();
  for (const shape of shapes) {
    const { environment, fullName, tags, kmsKey } = shape;
    const key = JSON.stringify([environment, fullName, tags, kmsKey]);
    groups.set(key, [...(groups.get(key) ?? []), shape]);
  }
  return [...groups.values()];
}
