import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type Html<Own> = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof Own> & { ref?: Ref<HTMLAnchorElement> };

function ButtonAnchor(props: ButtonProps & Html<ButtonProps>) {
  return <Button component="a" {...props} />;
}

function TextAnchor(props: AnchorProps & Html<AnchorProps>) {
  return <Anchor {...props} />;
}

/** A link to a page, styled as a button; `to`, `params` and `search` are type-checked against the routes. */
export const ButtonLink = createLink(ButtonAnchor);

/** A link to a page within text. */
export const TextLink = createLink(TextAnchor);
