import { Checkbox, Text } from '@backstage/ui';
import { useFleet } from '@sphera/plugin-services-react';
import { regionsInWords } from '../parts/placeWords';
import { isChosen, type RegionGroup, withGroup } from './regionGroups';
import styles from './start.module.css';

/** Which regions go back: all of them, or some. The last one cannot be taken out. */
export function RegionChoice(props: {
  groups: readonly RegionGroup[];
  /** Undefined: all. */
  regions: readonly string[] | undefined;
  onChoose(regions: string[] | undefined): void;
}) {
  const { groups, regions, onChoose } = props;
  const fleet = useFleet();
  const chosen = groups.filter(group => isChosen(group, regions));
  if (groups.length === 1) {
    const [only] = groups;
    return (
      <Text color="secondary">
        {only.length > 1
          ? `One file stands for ${regionsInWords(
              fleet,
              only,
            )}: they go back together.`
          : `In ${regionsInWords(fleet, only)}.`}
      </Text>
    );
  }
  const isAll = chosen.length === groups.length;
  return (
    <div className={styles.regions} role="group" aria-label="Regions">
      <Checkbox
        isSelected={isAll}
        isIndeterminate={!isAll}
        isReadOnly={isAll}
        onChange={() => onChoose(undefined)}
      >
        All regions
      </Checkbox>
      {groups.map(group => {
        const isIn = chosen.includes(group);
        return (
          <Checkbox
            key={group.join()}
            isSelected={isIn}
            isReadOnly={isIn && chosen.length === 1}
            onChange={isNowIn =>
              onChoose(withGroup(groups, regions, group, isNowIn))
            }
          >
            {regionsInWords(fleet, group)}
          </Checkbox>
        );
      })}
    </div>
  );
}
