import { ActionIcon, Title } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './side-panel.module.css';

interface SidePanelProps {
  title: string;
  onClose: () => void;
  /** Buttons that stay in sight below. */
  footer?: ReactNode;
  children: ReactNode;
}

/** A row opened beside its list. Escape closes it; where the focus was, the page gives it back. */
export function SidePanel({ title, onClose, footer, children }: SidePanelProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const onKeyDown = (event: KeyboardEvent): void => {
    // The first Escape is for the choices of a field that are open, the next for the panel.
    const choosing = event.target instanceof Element && event.target.closest('[aria-expanded=true]') !== null;
    if (event.key !== 'Escape' || event.defaultPrevented || choosing) return;
    event.preventDefault();
    onClose();
  };
  return (
    <aside className={classes.panel} aria-labelledby={titleId} onKeyDown={onKeyDown}>
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
