import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** How many of some objects are still in memory after a garbage collection. */
export const countKept = async (objects: readonly WeakRef<object>[]): Promise<number> => {
  // A weak reference keeps its object until the task in which it was made or read has ended.
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  collectGarbage();
  return objects.filter((object) => object.deref() !== undefined).length;
};
