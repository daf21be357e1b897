import { Box } from '@backstage/ui';
import { useRoomBelow } from '@sphera/plugin-operations-react';
import { ComponentProps, KeyboardEvent } from 'react';
import styles from '../SecretsTab.module.css';
import { SecretDetails } from './SecretDetails';

/** Where one secret is looked at closely, beside the others; Escape closes it. */
export function DetailsPane(props: ComponentProps<typeof SecretDetails>) {
  const pane = useRoomBelow();
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape') props.onClose();
  };
  return (
    <Box
      ref={pane}
      as="section"
      bg="neutral"
      aria-label={`Secret ${props.selection.name}`}
      className={styles.details}
      onKeyDown={onKeyDown}
    >
      <SecretDetails {...props} />
    </Box>
  );
}
