/** How long the file stays readable after the click, ms. */
const readWithin = 40_000;

/** Downloads JSON as a file onto this device; nothing is sent. */
export const saveFile = (name: string, json: string): void => {
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the file late, so it is released only then.
  setTimeout(() => URL.revokeObjectURL(address), readWithin);
};
