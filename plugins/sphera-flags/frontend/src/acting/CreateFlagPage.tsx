import { useSearchParams } from 'react-router-dom';
import { CreateForm } from './CreateForm';

/** Where a flag is created; its service may be in the address. */
export function CreateFlagPage() {
  const [query] = useSearchParams();
  return <CreateForm service={query.get('service') || undefined} />;
}
