import { Box, Text } from '@backstage/ui';
import { ReactNode, useId } from 'react';
import styles from './Section.module.css';

/** A part of what there is to see of something, with its own heading. */
export function Section(props: {
  title: string;
  /** Beside the title, small: a number, mostly. */
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { title, note, actions, children } = props;
  const id = useId();
  return (
    <Box
      as="section"
      bg="neutral"
      className={styles.section}
      aria-labelledby={id}
    >
      <div className={styles.head}>
        <Text as="h3" id={id} variant="title-x-small" weight="bold">
          {title}
        </Text>
        {note && <Text color="secondary">{note}</Text>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </Box>
  );
}

/** The frame of a section, for what stands in its place while it loads. */
export const sectionFrame = styles.section;
