/**
 * What the page shows where the app cannot start. The build writes these words into the page itself, since nothing else
 * may have arrived; they are no part of the texts that the app loads.
 */
export const startUp = {
  missing: {
    title: 'This browser cannot run Limber',
    whatToDo: 'It lacks what Limber is built on:',
    parts: {
      modules: 'a way to load current programs (modules)',
      worker: 'a way to look at pictures beside the page (web workers)',
      pictures: 'a way to pass pictures on (ImageBitmap and OffscreenCanvas)',
      compute: 'a way to run the body model (neither WebAssembly nor WebGL is there)',
    },
    steps: [
      'Open this page in a current Chrome, Edge, Firefox or Safari.',
      'Is it one of these? A mode for higher security, or the rules of a managed device, may switch these parts off.',
    ],
  },
  failed: {
    arrived: {
      title: 'Limber did not start',
      why: 'A part of it did not arrive, or something else came in its place.',
    },
    threw: {
      title: 'Limber did not start',
      why: 'A part of it does not run here: the browser may be too old, or what arrived may be damaged.',
    },
    slow: {
      title: 'Limber is still on its way',
      why: 'The connection may be slow, or away.',
    },
  },
  steps: [
    'Check that you are online. Some wireless networks want you to sign in first.',
    'Press "Try again": everything is then fetched once more.',
    'If it stays so, use a current Chrome, Edge, Firefox or Safari.',
  ],
  again: 'Try again',
  trying: 'Everything is fetched once more.',
  report: 'The browser reports',
  camera: {
    insecure: 'The camera needs an address that begins with https. The figure and video files work here.',
    absent: 'This browser opens no camera. The figure and video files work.',
  },
} as const;
