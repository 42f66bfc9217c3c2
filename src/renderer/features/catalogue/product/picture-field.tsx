import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { IconPhotoPlus, IconTrash } from '@tabler/icons-react';
import { type DragEvent, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/lib/file-address';
import { ProductPicture } from '#renderer/parts/product-picture';
import classes from './picture-field.module.css';
import { scalePicture } from './scale-picture';

interface PictureFieldProps {
  name: string;
  /** The picture already stored. */
  hash: string | null;
  image: File | null | undefined;
  onChange: (image: File | null) => void;
}

/** The product's picture: selected, dropped here, or pasted anywhere in the form. */
export function PictureField({ name, hash, image, onChange }: PictureFieldProps) {
  const { t } = useTranslation('catalogue');
  const [unreadable, setUnreadable] = useState(false);
  const [over, setOver] = useState(false);
  const take = async (file: File | null | undefined): Promise<void> => {
    if (!file) return;
    try {
      onChange(await scalePicture(file));
      setUnreadable(false);
    } catch {
      setUnreadable(true);
    }
  };
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
    if (!file) return;
    event.preventDefault();
    void take(file);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => onPaste(event);
    document.addEventListener('paste', listen);
    return () => document.removeEventListener('paste', listen);
  }, []);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const hasPicture = image !== null && (image !== undefined || hash !== null);
  return (
    <Group
      wrap="nowrap"
      className={classes.field}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {image ? (
        <img className={classes.preview} src={addressOf(image)} alt="" />
      ) : (
        <ProductPicture hash={image === null ? null : hash} name={name} size={5} />
      )}
      <Stack gap={6} miw={0}>
        <Text size="sm" c="dimmed">
          {t('picture.hint')}
        </Text>
        {unreadable && (
          <Text size="sm" c="red" role="alert">
            {t('picture.unreadable')}
          </Text>
        )}
        <Group gap="xs">
          <FileButton onChange={(file) => void take(file)} accept="image/png,image/jpeg,image/webp">
            {(button) => (
              <Button {...button} variant="default" size="xs" leftSection={<IconPhotoPlus size={16} />}>
                {t(hasPicture ? 'picture.change' : 'picture.pick')}
              </Button>
            )}
          </FileButton>
          {hasPicture && (
            <Button
              variant="subtle"
              color="gray"
              size="xs"
              leftSection={<IconTrash size={16} />}
              onClick={() => onChange(null)}
            >
              {t('picture.remove')}
            </Button>
          )}
        </Group>
      </Stack>
    </Group>
  );
}
