import { Text } from '@backstage/ui';

/** The life-cycle stage of a service; one on its way out stands out. */
export function Stage(props: { lifecycle?: string }) {
  const { lifecycle } = props;
  if (!lifecycle) return <Text color="secondary">Unknown</Text>;
  const title =
    lifecycle.charAt(0).toLocaleUpperCase('en') + lifecycle.slice(1);
  return (
    <Text color={lifecycle === 'deprecated' ? 'warning' : 'primary'}>
      {title}
    </Text>
  );
}
