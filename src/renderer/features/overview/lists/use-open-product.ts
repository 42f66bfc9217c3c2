import { useNavigate } from '@tanstack/react-router';

/** Leads to a product: its stock everywhere, its history, and what can be done with it. */
export function useOpenProduct(): (row: { productId: number }) => void {
  const navigate = useNavigate();
  return ({ productId }) => void navigate({ to: '/stockroom', search: { product: productId } });
}
