import type { ScannedCode } from '#shared/contract/scanning';
import type { ScanTiming } from './wedge-detector';

type ScanSource = 'wedge' | 'camera' | 'typed';

export interface Scan {
  text: string;
  /** Of a wedge scanner: what its keys are on a US keyboard, where that differs from the text. */
  keyPositions?: string;
  source: ScanSource;
  /** Only for wedge scanners. */
  timing?: ScanTiming;
}

/** A scan as the calls that resolve codes take it. */
export function scannedCodeOf({ text: code, keyPositions }: Scan): ScannedCode {
  return keyPositions === undefined ? { code } : { code, keyPositions };
}

/** Takes one scan. While its promise is pending, further scans wait. */
export type ScanHandler = (scan: Scan) => void | Promise<void>;

export interface ScanRegistration {
  /** Receives all scans exclusively (a dialog, the scanner test) until it is unregistered. */
  exclusive?: boolean;
  /** While true, scans are refused and not queued, because a failure has to be acknowledged first. */
  refuseWhile?: () => boolean;
  onRefused?: (scan: Scan) => void;
}

/** Whether a receiver takes (or will take) the scan, has refused it, or no receiver is registered. */
type ScanReceipt = 'accepted' | 'refused' | 'unheard';

interface Receiver extends ScanRegistration {
  handler: ScanHandler;
}

/**
 * Every scan passes through this dispatcher, whatever device read it. Exactly one receiver gets a scan: the last
 * one registered as exclusive, else the last one registered. Scans are delivered one at a time, in order. Whether
 * the receiver refuses is checked when a scan arrives, and again when its turn comes, because the scan before it
 * may have failed meanwhile.
 */
export class ScanDispatcher {
  private readonly receivers: Receiver[] = [];
  private readonly waiting: Scan[] = [];
  private busy = false;
  private readonly onError: (error: unknown) => void;

  /** @param onError receives what a handler throws; later scans are still delivered */
  constructor(onError: (error: unknown) => void) {
    this.onError = onError;
  }

  /**
   * Registers a receiver.
   *
   * @returns a function that unregisters it; waiting scans then go to the receiver that is registered at that time
   */
  register(handler: ScanHandler, options: ScanRegistration = {}): () => void {
    const receiver: Receiver = { ...options, handler };
    this.receivers.push(receiver);
    return () => {
      const index = this.receivers.indexOf(receiver);
      if (index >= 0) {
        this.receivers.splice(index, 1);
      }
    };
  }

  /** Hands a scanned text to the receiver, now or after those before it. */
  submit(text: string, source: ScanSource, wedge: Pick<Scan, 'timing' | 'keyPositions'> = {}): ScanReceipt {
    const scan: Scan = { text, source, ...wedge };
    const receiver = this.receiver;
    if (!receiver) {
      return 'unheard';
    }
    if (refuses(receiver, scan)) {
      return 'refused';
    }
    this.waiting.push(scan);
    if (!this.busy) {
      void this.work();
    }
    return 'accepted';
  }

  private get receiver(): Receiver | undefined {
    return this.receivers.findLast((receiver) => receiver.exclusive) ?? this.receivers.at(-1);
  }

  private async work(): Promise<void> {
    this.busy = true;
    for (let scan = this.waiting.shift(); scan; scan = this.waiting.shift()) {
      await this.handOver(scan);
    }
    this.busy = false;
  }

  private async handOver(scan: Scan): Promise<void> {
    const receiver = this.receiver;
    try {
      if (receiver && !refuses(receiver, scan)) {
        await receiver.handler(scan);
      }
    } catch (error) {
      this.onError(error);
    }
  }
}

function refuses(receiver: Receiver, scan: Scan): boolean {
  if (!receiver.refuseWhile?.()) {
    return false;
  }
  receiver.onRefused?.(scan);
  return true;
}

/** The window's dispatcher. */
export const scanDispatcher = new ScanDispatcher((error) => reportError(error));
