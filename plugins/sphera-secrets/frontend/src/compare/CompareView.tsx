import { ButtonIcon, ButtonLink, Text, ToggleButton } from '@backstage/ui';
import { RiArrowLeftLine, RiArrowLeftRightLine } from '@remixicon/react';
import { isSamePlace, SecretsPlace } from '@sphera/plugin-secrets-common';
import styles from './Compare.module.css';
import { ComparedPlaces } from './ComparedPlaces';
import { PlaceSelect } from './PlaceSelect';
import { useComparison } from './useComparison';

/** Two places of a service side by side: what is where, and what is equal, without a value. */
export function CompareView(props: {
  service: string;
  places: SecretsPlace[];
}) {
  const { service, places } = props;
  const { comparison, change } = useComparison(places);
  const { here, there, onlyDiffering } = comparison;
  const isOne = here && there && isSamePlace(here, there);
  return (
    <section aria-label="Compare two places" className={styles.view}>
      <div>
        <ButtonLink variant="tertiary" href="?" iconStart={<RiArrowLeftLine />}>
          All secrets
        </ButtonLink>
      </div>
      <div className={styles.bar}>
        <PlaceSelect
          label="Here"
          places={places}
          value={here}
          onChange={place => change({ here: place })}
        />
        <ButtonIcon
          size="small"
          variant="secondary"
          aria-label="Swap the places"
          icon={<RiArrowLeftRightLine />}
          onPress={() => change({ here: there, there: here })}
        />
        <PlaceSelect
          label="There"
          places={places}
          value={there}
          onChange={place => change({ there: place })}
        />
        <ToggleButton
          size="small"
          isSelected={onlyDiffering}
          onChange={on => change({ onlyDiffering: on })}
        >
          Only what differs
        </ToggleButton>
      </div>
      <Text color="secondary">
        No value is shown, only whether both places have it and whether it is
        the same.
      </Text>
      {isOne && (
        <Text color="secondary">
          That is one place. Choose another one for one of the two.
        </Text>
      )}
      {here && there && !isOne && (
        <ComparedPlaces
          service={service}
          here={here}
          there={there}
          onlyDiffering={onlyDiffering}
        />
      )}
    </section>
  );
}
