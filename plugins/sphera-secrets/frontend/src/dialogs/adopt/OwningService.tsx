import { Combobox } from '@backstage/ui';
import {
  fieldProblem,
  messageOf,
  useOperation,
} from '@sphera/plugin-operations-react';
import { listServices } from '@sphera/plugin-services-common';
import { useState } from 'react';

const MOST_SHOWN = 50;

/** The service that a secret of nobody shall belong to. */
export function OwningService(props: {
  /** Entity ref; undefined while none is chosen. */
  value: string | undefined;
  onChange(value: string | undefined): void;
  error: Error | null;
}) {
  const { value, onChange, error } = props;
  const [typed, setTyped] = useState('');
  const services = useOperation(
    listServices,
    { text: value ? undefined : typed.trim() || undefined, limit: MOST_SHOWN },
    { keepPrevious: true },
  );
  return (
    <Combobox
      label="Service it belongs to"
      size="medium"
      isRequired
      placeholder="Type to find a service"
      description={services.error ? messageOf(services.error) : undefined}
      options={(services.data?.items ?? []).map(row => ({
        id: row.service,
        label: row.title,
        description: row.owners[0]?.title,
      }))}
      search={{
        mode: 'client',
        inputValue: typed,
        onInputChange: setTyped,
        // The backend has already looked.
        filter: () => true,
      }}
      selectedKey={value ?? null}
      onSelectionChange={key =>
        onChange(key === null ? undefined : String(key))
      }
      {...fieldProblem(error, 'service')}
    />
  );
}
