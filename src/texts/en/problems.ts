/** What is said when a source could not be opened or went away. */
export interface ProblemText {
  readonly title: string;
  readonly whatToDo: string;
  readonly steps: readonly string[];
}

/** Every problem in words: what to do, never what somebody did wrong. */
export const problems = {
  insecure: {
    title: 'The camera needs a secure page',
    whatToDo: 'Browsers open the camera only on secure pages.',
    steps: ['Open this page with an address that begins with https.', 'On your own computer, localhost works too.'],
  },
  denied: {
    title: 'The camera is blocked',
    whatToDo: 'Allow the camera for this page. The picture never leaves this device.',
    steps: [
      'Click the camera or lock sign beside the address.',
      'Set the camera to "Allow".',
      'Still blocked? Allow the camera for your browser in the settings of your computer.',
    ],
  },
  dismissed: {
    title: 'Limber is waiting for your camera',
    whatToDo: 'Your browser asked, and the question was closed.',
    steps: ['Press "Try again".', 'Choose "Allow" when your browser asks.'],
  },
  absent: {
    title: 'No camera found',
    whatToDo: 'Limber watches you through a camera.',
    steps: ['Plug a camera in, or open its cover or switch.', 'Then press "Try again".'],
  },
  'in-use': {
    title: 'Another program has the camera',
    whatToDo: 'Only one program at a time can use it.',
    steps: ['Close video calls and other camera programs.', 'Then press "Try again".'],
  },
  'not-opening': {
    title: 'The camera does not open',
    whatToDo: 'Your browser has allowed it, and has waited for it for twenty seconds.',
    steps: [
      'Does your computer ask whether the browser may use the camera? Allow it.',
      'Close video calls and other camera programs, or unplug the camera and plug it in again.',
      'Then press "Try again". Still the same? Load this page again; what you did so far is kept.',
    ],
  },
  unplugged: {
    title: 'The camera went away',
    whatToDo: 'It was unplugged or switched off. What you did so far is kept.',
    steps: ['Plug it in again, or switch it on.', 'Then press "Try again".'],
  },
  stalled: {
    title: 'The picture stands still',
    whatToDo: 'The camera stopped sending pictures.',
    steps: ['Wake the camera: unplug it and plug it in, or open the lid.', 'Then press "Try again".'],
  },
  'old-browser': {
    title: 'This browser cannot read video files',
    whatToDo: 'Limber takes a video apart picture by picture, which only newer browsers can, on secure pages.',
    steps: ['Use a current Chrome, Edge, Firefox or Safari.', 'Open this page with an address that begins with https.'],
  },
  'not-a-video': {
    title: 'Limber does not know this kind of file',
    whatToDo: 'Choose a video: MP4, MOV, WebM or MKV.',
    steps: ['Is it a video of another kind? Save it as MP4 with H.264, or as WebM.', 'Then choose the new file.'],
  },
  'no-picture': {
    title: 'There is no picture in this file',
    whatToDo: 'It holds sound only. Choose the file with the video.',
    steps: ['Recorded with an app? Look there for the video, and save it as MP4 with H.264, or as WebM.'],
  },
  undecodable: {
    title: 'Your browser cannot play this video',
    whatToDo: 'Its pictures are packed in a way that this browser cannot unpack.',
    steps: ['Save it as MP4 with H.264, or as WebM.', 'Then choose the new file. Or try another browser.'],
  },
  'broken-video': {
    title: 'This video is damaged or cut off',
    whatToDo: 'The file cannot be read to its end.',
    steps: [
      'Copy it anew from where it was recorded, and choose it again.',
      'Does it play there to the end? Save it from there as MP4 with H.264, or as WebM.',
    ],
  },
  detector: {
    title: 'The body model did not start',
    whatToDo: 'Limber needs it to see how you move.',
    steps: ['Check that you are online for the first start.', 'Close other busy pages.', 'Then press "Try again".'],
  },
  'no-figure': {
    title: 'This browser cannot draw the figure',
    whatToDo: 'It has no WebGL, or it is switched off. Training with the camera works without it.',
    steps: ['Press "Use the camera", or use a video file.'],
  },
  'bad-frames': {
    title: 'The pictures of this page do not fit',
    whatToDo: 'The page around Limber passes them with a wrong time, or something else in their place.',
    steps: ['Load this page again.', 'If it stays so, tell those who made the page: its console names the picture.'],
  },
  code: {
    title: 'A part of Limber did not arrive',
    whatToDo: 'Your connection may have been away for a moment. What you did so far is kept.',
    steps: ['Check that you are online.', 'Then press "Reload".'],
  },
  unknown: {
    title: 'Something did not work',
    whatToDo: 'Limber could not open the picture.',
    steps: ['Press "Try again".', 'If it stays so, load this page again.'],
  },
} satisfies Readonly<Record<string, ProblemText>>;
