import { Button } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import { EmptyState } from '../EmptyState';

/** There is something, but nothing like this. */
export function NoneMatches(props: {
  /** Like `No service matches`. */
  title: string;
  onClear(): void;
}) {
  return (
    <EmptyState
      icon={<RiSearchLine size={32} aria-hidden />}
      title={props.title}
      description="Search for less, or take a filter off."
      action={
        <Button variant="secondary" onPress={props.onClear}>
          Show everything
        </Button>
      }
    />
  );
}
