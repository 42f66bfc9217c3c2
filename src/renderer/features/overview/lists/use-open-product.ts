import { useNavigate } from '@tanstack/react-router';

/** Returns a function that opens a product's look-up page, with its stock, history and actions. */
export function useOpenProduct(): (row: { productId: number }) => void {
  const navigate = useNavigate();
  return ({ productId }) => void navigate({ to: '/stockroom', search: { product: productId } });
}
