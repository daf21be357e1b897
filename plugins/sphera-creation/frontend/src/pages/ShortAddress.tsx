import { Navigate, useLocation, useParams } from 'react-router-dom';
import { useCreationLinks } from '../parts/useCreationLinks';

/** Leads from `/creations/<id>`, as messages and logs name it, to where creations are in this app. */
export function ShortAddress() {
  const { '*': rest = '' } = useParams();
  const { search } = useLocation();
  const links = useCreationLinks();
  const pathname = rest ? links.toCreation(rest) : links.toCreations();
  return <Navigate to={{ pathname, search }} replace />;
}
