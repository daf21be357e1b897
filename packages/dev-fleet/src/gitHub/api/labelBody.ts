import type { Label } from '../state/Label';
import { apiUrl, type Where } from './Where';

export function labelBody(
  { id, name, color, description, isDefault }: Label,
  where: Where,
): object {
  return {
    id,
    name,
    color,
    description,
    default: isDefault,
    url: `${apiUrl(where)}/labels/${encodeURIComponent(name)}`,
  };
}
