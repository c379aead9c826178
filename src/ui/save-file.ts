/** A file is read within this time of the click, ms. */
const readWithin = 40_000;

/** Saves JSON as a file on this device: a download, in which nothing leaves the page. */
export const saveFile = (name: string, json: string): void => {
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the file late; then it is no longer needed here.
  setTimeout(() => URL.revokeObjectURL(address), readWithin);
};
