import { KeyButton } from '#renderer/ui/key-button';
import classes from './action-bar.module.css';

type ActionKeyProps = Pick<Parameters<typeof KeyButton>[0], 'keys' | 'label' | 'icon' | 'run' | 'disabled'>;

/** One action of the till's bar: icon and key above, word below. */
export function ActionKey(props: ActionKeyProps) {
  return (
    <KeyButton
      {...props}
      variant="default"
      classNames={{
        root: classes.action,
        inner: classes.actionInner,
        label: classes.actionLabel,
        section: classes.actionSection,
      }}
    />
  );
}
