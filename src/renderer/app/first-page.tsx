import { Navigate } from '@tanstack/react-router';
import { useWorkplaces } from './rail-pages';

/** Where somebody begins: the first page of the first workplace that is theirs. */
export function FirstPage() {
  const [first] = useWorkplaces();
  return <Navigate to={first?.pages[0]?.to ?? '/profile'} replace />;
}
