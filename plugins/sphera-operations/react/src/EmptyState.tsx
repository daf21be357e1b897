import { Flex, Text } from '@backstage/ui';
import { ReactElement, ReactNode } from 'react';

/** Nothing is here, and that is all right: what it means, and what one may do. */
export function EmptyState(props: {
  icon?: ReactElement;
  title: string;
  description?: ReactNode;
  action?: ReactElement;
}) {
  const { icon, title, description, action } = props;
  return (
    <Flex direction="column" align="center" gap="2" py="8" px="4">
      {icon}
      <Text variant="title-x-small" weight="bold" as="h2">
        {title}
      </Text>
      {description && (
        <Text
          color="secondary"
          style={{ textAlign: 'center', maxWidth: '32rem' }}
        >
          {description}
        </Text>
      )}
      {action}
    </Flex>
  );
}
