/** The part of a battery's state that is used. */
interface Battery {
  readonly charging: boolean;
}

const isBattery = (value: unknown): value is Battery =>
  typeof value === 'object' && value !== null && 'charging' in value && typeof value.charging === 'boolean';

/** Chromium alone has it, and TypeScript's library does not know it. */
interface BatteryDevice {
  getBattery(): Promise<unknown>;
}

const hasBattery = (device: object): device is BatteryDevice =>
  'getBattery' in device && typeof device.getBattery === 'function';

/** The browser's battery; rejects where it has none, or where a policy forbids it. */
const openBattery = async (device: object): Promise<Battery | undefined> => {
  if (!hasBattery(device)) return undefined;
  const battery = await device.getBattery();
  return isBattery(battery) ? battery : undefined;
};

/** Returns a function that returns whether the device now runs on its battery; mains power where the browser does not tell. */
export const watchBattery = (device: object = navigator): (() => boolean) => {
  let battery: Battery | undefined;
  openBattery(device).then(
    (opened) => {
      battery = opened;
    },
    () => undefined,
  );
  return () => battery?.charging === false;
};
