/** How long the file stays readable after the click, ms. */
const readWithin = 40_000;

/** Downloads JSON text, or any other content, as a file onto this device; nothing is sent. */
export const saveFile = (name: string, content: string | Blob): void => {
  const blob = typeof content === 'string' ? new Blob([content], { type: 'application/json' }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the file late, so it is released only then.
  setTimeout(() => URL.revokeObjectURL(address), readWithin);
};
