/** `live`: a camera, the source does not wait, the newest frame wins. `paced`: the source waits, no frame is dropped. */
export type Pace = 'live' | 'paced';
