import type { BrowserContextOptions } from 'playwright';

/** The size of a screen in pixels and its theme. */
export interface Look {
  readonly name: string;
  readonly context: BrowserContextOptions;
}

const [wide, tall] = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const;

/** A laptop, a telephone, and each in the dark. */
export const looks: readonly Look[] = [
  { name: '1280x720', context: { viewport: wide, colorScheme: 'light' } },
  { name: '390x844', context: { viewport: tall, colorScheme: 'light' } },
  { name: '1280x720-dark', context: { viewport: wide, colorScheme: 'dark' } },
  { name: '390x844-dark', context: { viewport: tall, colorScheme: 'dark' } },
];
