import { Navigate } from '@tanstack/react-router';
import { useWorkplaces } from './rail-pages';

/** Redirects to the first page of the person's first workplace. */
export function FirstPage() {
  const [first] = useWorkplaces();
  return <Navigate to={first?.pages[0]?.to ?? '/profile'} replace />;
}
