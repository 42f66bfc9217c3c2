import { useEffect, useEffectEvent, useState } from 'react';

/** A file that was dropped on one page, for the next page to take. */
let handedOver: File | null = null;

/** Keeps a file for the page that is opened next. */
export function handOver(file: File): void {
  handedOver = file;
}

/** Takes the file that another page has passed on, if there is one. */
export function takeHandedOver(): File | null {
  const file = handedOver;
  handedOver = null;
  return file;
}

/**
 * Takes a file that is dropped anywhere in the window while the component is mounted. Without this, the browser
 * would open the file in place of the window.
 * @returns whether a file is currently being dragged over the window
 */
export function useDroppedFile(take: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  const onTaken = useEffectEvent(take);
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const holdsFile = ({ dataTransfer }: DragEvent): boolean =>
      dataTransfer?.types.includes('Files') ?? false;
    const onDragOver = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) onTaken(file);
    };
    window.addEventListener('dragover', onDragOver, { signal });
    window.addEventListener('dragleave', onDragLeave, { signal });
    window.addEventListener('drop', onDrop, { signal });
    return () => ending.abort();
  }, []);
  return over;
}
