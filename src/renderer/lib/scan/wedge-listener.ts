import type { KeyStroke } from './key-stroke';
import { canReplayInto, insertScan, replayStrokes } from './replay-keys';
import { type ScanDispatcher, scanDispatcher } from './scan-dispatcher';
import {
  DEFAULT_WEDGE_SETTINGS,
  WedgeDetector,
  type WedgeOutcome,
  type WedgeSettings,
} from './wedge-detector';

/** Added to the detector's deadline, for a stroke that was in time but has not reached the page yet. */
const DELIVERY_MS = 5;

/**
 * Sits between the keyboard and the page. It receives every key first and holds characters back until the detector
 * knows whether a scanner sends them; then it passes a scan to the dispatcher, or typed characters to the focused
 * element. Shortcuts, arrows, F-keys and Escape pass at once, after the characters typed before them.
 */
class WedgeListener {
  private readonly detector = new WedgeDetector();
  private readonly observers = new Set<(stroke: KeyStroke) => void>();
  /** Keys whose keydown was kept from the page, so that their keyup is too. */
  private readonly keptDown = new Set<string>();
  private readonly dispatcher: ScanDispatcher;
  private timer: number | undefined;

  constructor(dispatcher: ScanDispatcher) {
    this.dispatcher = dispatcher;
  }

  /**
   * Starts listening, once for the whole window.
   *
   * @returns a function that stops listening
   */
  start(): () => void {
    const options = { capture: true };
    window.addEventListener('keydown', this.onKeyDown, options);
    window.addEventListener('keyup', this.onKeyUp, options);
    window.addEventListener('pointerdown', this.settleTyping, options);
    return () => {
      window.removeEventListener('keydown', this.onKeyDown, options);
      window.removeEventListener('keyup', this.onKeyUp, options);
      window.removeEventListener('pointerdown', this.settleTyping, options);
      this.settleTyping();
    };
  }

  /** Applies the store's scanner settings; missing settings keep their defaults. */
  configure(settings: Partial<WedgeSettings>): void {
    this.detector.configure({ ...DEFAULT_WEDGE_SETTINGS, ...settings });
  }

  /**
   * Passes every stroke to an observer before it is judged; used by the scanner test page and by the idle lock.
   *
   * @returns a function that removes the observer
   */
  observe(observer: (stroke: KeyStroke) => void): () => void {
    this.observers.add(observer);
    return () => this.observers.delete(observer);
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    // A stroke dispatched by a script is either replayed by this listener or not typed by a person.
    if (!event.isTrusted) {
      return;
    }
    const stroke = strokeOf(event);
    for (const observer of this.observers) {
      observer(stroke);
    }
    if (!canReplayInto(document.activeElement)) {
      this.settleTyping();
      return;
    }
    const { outcome, keep } = this.detector.keyDown(stroke);
    if (keep) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    this.act(outcome);
    if (keep) {
      this.keptDown.add(event.code);
    } else {
      this.keptDown.delete(event.code);
    }
    this.schedule();
  };

  private readonly onKeyUp = (event: KeyboardEvent): void => {
    if (event.isTrusted && this.keptDown.delete(event.code)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };

  private readonly settleTyping = (): void => {
    this.act(this.detector.settleTyping());
    this.schedule();
  };

  private readonly expire = (): void => {
    this.act(this.detector.expire(performance.now()));
    this.schedule();
  };

  private schedule(): void {
    window.clearTimeout(this.timer);
    const { deadline } = this.detector;
    if (deadline !== null) {
      const remainingMs = deadline - performance.now();
      this.timer = window.setTimeout(this.expire, Math.max(0, remainingMs) + DELIVERY_MS);
    }
  }

  private act(outcome: WedgeOutcome | null): void {
    if (outcome?.kind === 'typed') {
      for (const { code } of outcome.strokes) {
        this.keptDown.delete(code);
      }
      replayStrokes(outcome.strokes);
    } else if (outcome?.kind === 'scan') {
      const { kind: _, text, ...wedge } = outcome;
      const receipt = this.dispatcher.submit(text, 'wedge', wedge);
      if (receipt === 'unheard') {
        insertScan(outcome.text);
      }
    }
  }
}

function strokeOf(event: KeyboardEvent): KeyStroke {
  const { key, code, timeStamp, ctrlKey, altKey, metaKey, shiftKey, repeat, isComposing } = event;
  return {
    key,
    code,
    at: timeStamp,
    ctrlKey,
    altKey,
    metaKey,
    shiftKey,
    altGraph: event.getModifierState('AltGraph'),
    repeat,
    isComposing,
  };
}

/** The window's listener; `app` starts it once. */
export const wedgeListener = new WedgeListener(scanDispatcher);
