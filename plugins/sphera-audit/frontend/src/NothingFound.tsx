import { Button } from '@backstage/ui';
import { EmptyState } from '@sphera/plugin-operations-react';
import { RiFileSearchLine } from '@remixicon/react';

/** No action to show: because of the filters, or because there was none. */
export function NothingFound(props: {
  isFiltered: boolean;
  isOneService: boolean;
  onClear(): void;
}) {
  const { isFiltered, isOneService, onClear } = props;
  const icon = <RiFileSearchLine size={32} aria-hidden />;
  if (isFiltered) {
    return (
      <EmptyState
        icon={icon}
        title="No action matches"
        description="Nobody did anything like that, or it was longer ago than records are kept. Take a filter away to see more."
        action={
          <Button variant="secondary" onPress={onClear}>
            Clear filters
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={icon}
      title="Nothing has been done yet"
      description={
        isOneService
          ? 'As soon as somebody locks this service, changes it or tries to, it stands here.'
          : 'As soon as somebody changes anything through sphera, or tries to, it stands here.'
      }
    />
  );
}
