import { Box, Text } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { SecretsOfService } from '@sphera/plugin-secrets-common';
import type { PlaceGroup } from '../parts/placeGroups';
import styles from './EnvironmentSummary.module.css';
import { PlacesSeen } from './PlacesSeen';
import { summaryInWords, summaryTone } from './summaryWords';

const SIGNS = {
  fine: RiCheckboxCircleLine,
  wrong: RiErrorWarningLine,
  unclear: RiQuestionLine,
};

/** An environment in a sentence, and how well its places are seen. */
export function EnvironmentSummary(props: {
  group: PlaceGroup;
  /** Absent: the service has no secret there. */
  sum?: SecretsOfService['environments'][number];
}) {
  const { group, sum } = props;
  const tone = summaryTone(sum);
  const Sign = SIGNS[tone];
  return (
    <Box as="section" bg="neutral" className={styles.summary} data-tone={tone}>
      <Sign size={20} aria-hidden className={styles.sign} />
      <div className={styles.words}>
        <Text as="h3" variant="body-medium">
          <strong>{group.title}:</strong>{' '}
          {summaryInWords(sum, group.places.length)}
        </Text>
        <PlacesSeen places={group.places} />
      </div>
    </Box>
  );
}
