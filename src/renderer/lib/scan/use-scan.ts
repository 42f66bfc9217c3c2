import { useEffect, useEffectEvent } from 'react';
import { type Scan, type ScanHandler, type ScanRegistration, scanDispatcher } from './scan-dispatcher';

interface UseScanOptions extends ScanRegistration {
  /** False stops the component from receiving scans without unmounting it. */
  enabled?: boolean;
}

/**
 * Delivers scans to a component while it is mounted and enabled. Handler and options may change with each render;
 * the position among the receivers remains that of the mounting.
 */
export function useScan(handler: ScanHandler, options: UseScanOptions = {}): void {
  const { enabled = true, exclusive = false } = options;
  const onScan = useEffectEvent((scan: Scan) => handler(scan));
  const refuseWhile = useEffectEvent(() => options.refuseWhile?.() ?? false);
  const onRefused = useEffectEvent((scan: Scan) => options.onRefused?.(scan));

  useEffect(() => {
    if (!enabled) {
      return;
    }
    return scanDispatcher.register((scan) => onScan(scan), {
      exclusive,
      refuseWhile: () => refuseWhile(),
      onRefused: (scan) => onRefused(scan),
    });
  }, [enabled, exclusive]);
}
