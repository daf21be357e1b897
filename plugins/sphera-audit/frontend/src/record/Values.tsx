import { Flex, Text } from '@backstage/ui';
import { Facts } from './Facts';
import { JsonText } from '@sphera/plugin-operations-react';

/** The fields of an input or answer; nothing where there are none. */
export function Values(props: { title: string; values: unknown }) {
  const { title, values } = props;
  if (typeof values !== 'object' || values === null) return null;
  const entries = Object.entries(values);
  if (entries.length === 0) return null;
  return (
    <Flex direction="column" gap="2">
      <Text as="h3" weight="bold">
        {title}
      </Text>
      <Facts
        facts={entries.map(([name, value]) => [name, <Value value={value} />])}
      />
    </Flex>
  );
}

function Value(props: { value: unknown }) {
  const { value } = props;
  if (Array.isArray(value) && value.every(one => typeof one !== 'object')) {
    return <>{value.join(', ')}</>;
  }
  if (typeof value === 'object') return <JsonText value={value} />;
  return <>{String(value)}</>;
}
