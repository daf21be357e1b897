import { ButtonIcon, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type { SecretRow } from '@sphera/plugin-secrets-common';
import styles from './SecretDetails.module.css';
import { SecretActions } from './SecretActions';
import { useReadingPlace } from './useReadingPlace';

/** Which secret it is, and what can be done with it as a whole. */
export function DetailsHead(props: {
  service: string;
  name: string;
  /** Absent while it is not known. */
  row?: SecretRow;
  onClose(): void;
}) {
  const { service, name, row, onClose } = props;
  const title = useReadingPlace(name);
  return (
    <>
      <div className={styles.title}>
        <h2 ref={title} tabIndex={-1} className={styles.name}>
          {name}
        </h2>
        <ButtonIcon
          size="small"
          variant="tertiary"
          aria-label={`Close ${name}`}
          icon={<RiCloseLine />}
          onPress={onClose}
        />
      </div>
      <div className={styles.head}>
        {row?.description && <Text>{row.description}</Text>}
        {row?.differsByRegion && (
          <Text color="secondary">
            Each region has a value of its own, on purpose.
          </Text>
        )}
        {row && <SecretActions service={service} row={row} />}
      </div>
    </>
  );
}
