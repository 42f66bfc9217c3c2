import { useTranslation } from 'react-i18next';
import { type DocumentState, documentState } from '#shared/contract/documents';

/**
 * The states of documents to choose from in a list's filter.
 * @param posted the word of the kind for a posted document
 */
export function useDocumentStates(posted: string): { value: DocumentState; label: string }[] {
  const { t } = useTranslation('documents');
  return documentState.options.map((state) => ({
    value: state,
    label: state === 'posted' ? posted : t(`state.${state}`),
  }));
}
