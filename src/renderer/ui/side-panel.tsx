import { ActionIcon, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageKeys } from '#renderer/lib/keys';
import { leavesBy } from './escape';
import classes from './side-panel.module.css';

interface SidePanelProps {
  title: string;
  onClose: () => void;
  /** Buttons that stay visible at the bottom. */
  footer?: ReactNode;
  children: ReactNode;
}

/** Shows a row beside its list. Escape closes it and returns to the list. */
export function SidePanel({ title, onClose, footer, children }: SidePanelProps) {
  const { t } = useTranslation();
  const titleId = useId();
  usePageKeys([{ keys: 'Escape', label: t('sidePanel.close'), run: onClose }]);
  useFocusGivenBack();
  return (
    <aside
      className={classes.panel}
      aria-labelledby={titleId}
      onKeyDown={(event) => leavesBy(event) && onClose()}
    >
      <div className={classes.head}>
        <Title order={2} size="h4" id={titleId}>
          {title}
        </Title>
        <ActionIcon color="gray" aria-label={t('sidePanel.close')} onClick={onClose}>
          <IconX size={20} />
        </ActionIcon>
      </div>
      <div className={classes.body}>{children}</div>
      {footer && <div className={classes.foot}>{footer}</div>}
    </aside>
  );
}

/** If the focus is lost when the panel closes, it returns to where it was before. */
function useFocusGivenBack(): void {
  // Read during the first render, because the panel's content may take the focus as soon as it is mounted.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      const lost = document.activeElement === document.body;
      if (lost && before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}
