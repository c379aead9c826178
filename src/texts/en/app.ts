import type { Side } from '../../engine/pose/keypoints.ts';
import { capital, numberInWords, plural, seconds, sideNames, time } from './amounts.ts';
import { summary } from './summary.ts';

/** A place in a film, such as "1:05". */
const clock = (ms: number): string => {
  const all = Math.floor(ms / 1000);
  return `${Math.floor(all / 60)}:${`${all % 60}`.padStart(2, '0')}`;
};

/** How many repetitions the person added and took back. */
interface OwnCount {
  readonly added: number;
  readonly takenBack: number;
}

/** How the person corrected the count: "one by your own count, two taken back". */
const ownCount = ({ added, takenBack }: OwnCount): string =>
  [
    ...(added > 0 ? [`${numberInWords(added)} by your own count`] : []),
    ...(takenBack > 0 ? [`${numberInWords(takenBack)} taken back`] : []),
  ].join(', ');

const figureMissing = 'The figure cannot be shown right now. Everything else works without it.';

/** The words of the screens. */
export const app = {
  name: 'Limber',
  time,
  seconds,
  sides: sideNames,
  figureMissing,
  home: {
    title: 'Loosen a tight upper back',
    lead: 'Sit down, move, breathe. Limber watches through your camera, counts with you, and says the one thing that helps most.',
    exercises: 'One exercise at a time',
    settings: 'Settings',
    history: 'Your history',
    train: 'Train',
    watch: 'Watch the figure do it',
    privacy: 'Nothing leaves this device.',
    privacyMore: 'No account, no upload. Your picture is looked at here and forgotten at once.',
    privacyLink: 'How this is kept, and how to check it',
    safety:
      'Move gently and stop if something hurts, tingles or makes you dizzy. Limber guides exercise; it does not diagnose or treat.',
  },
  offline: {
    ready: 'Works offline.',
    readyMore: 'All that a session needs is on this device.',
    update: 'A new version is ready.',
    reload: 'Reload',
  },
  briefing: {
    setUp: 'Get set',
    movement: 'Move and breathe',
    dose: 'How much',
    breathe: 'Breathe deeply, and keep the movement smooth.',
    notFor: 'Please mind',
    cannotSee: 'The camera cannot see',
    arms: {
      title: 'Which arm trains',
      choices: { both: 'Both arms', left: 'Left arm only', right: 'Right arm only' },
      note: 'With one arm you face the camera, and the other arm is not judged.',
    },
    otherView: { front: 'Face the camera instead', side: 'Sit sideways instead' },
    otherViewCannotSee: 'From there it cannot see',
    camera: 'Where the camera stands',
    start: 'Start with camera',
    watch: 'Watch the figure do it',
    video: 'Use a video file',
    back: 'All exercises',
    figure: (name: string): string => `A figure shows the ${name.toLowerCase()}`,
    looking: {
      missing: figureMissing,
      asSeen: 'As your camera sees you',
      back: 'Back to the camera',
      turn: 'Turn it with the arrow keys',
      left: 'Turn it to the left',
      right: 'Turn it to the right',
      slow: 'Slowly',
      pause: 'Pause',
      play: 'Play',
      turned: (degrees: number): string =>
        `Turned by ${Math.abs(degrees)} degrees to the ${degrees > 0 ? 'right' : 'left'}`,
    },
  },
  camera: {
    front: 'Face the camera',
    side: 'Turn your side to the camera',
    distance: 'about 2 m',
    range: '1.8 to 2.2 m away',
    height: { front: 'Lens at shoulder height, or a hand above', side: 'Lens at shoulder height' },
    hips: 'From your head to your hips in the picture',
    drawing: {
      front: 'Seen from above: a person on a chair looks straight at a camera about two metres away.',
      side: 'Seen from above: a person on a chair sits sideways to a camera about two metres away.',
    },
    /** The drawings from above and from beside the camera: what is written in and under them, and what the second one shows. */
    above: 'From above',
    beside: 'From the side',
    shoulders: 'shoulder height',
    besideDrawing: {
      front:
        'Seen from the side: a laptop on a table, raised on books until its lens is a hand above the shoulders of the person who faces it.',
      side: 'Seen from the side: a laptop on a table, raised on books until its lens is as high as the shoulders of the person who sits sideways to it.',
    },
    /** The same for an exercise that is also judged at a desk. */
    desk: {
      stay: 'Stay where you sit',
      laptop: 'Your laptop where it stands for work',
      distance: '0.5 to 1 m',
      range: 'From half a metre on; further away works too',
      inPicture: 'Your head and both shoulders in the picture',
      height: 'as for work',
      drawing: 'Seen from above: a person at a desk looks straight at the laptop on it, half a metre to a metre away.',
      besideDrawing:
        'Seen from the side: a person sits at a desk. The laptop stands on it as for work, its lid tilted back a little; head and shoulders are in the picture.',
    },
  },
  dose: {
    sets: (sets: number, reps: number): string =>
      `${sets > 1 ? `${sets} sets of ` : ''}${plural(reps, 'repetition', 'repetitions')}`,
    hold: (ms: number): string => `hold ${plural(ms / 1000, 'second', 'seconds')}`,
    slowly: 'slowly',
  },
  notKept:
    'This browser keeps nothing for Limber now: its storage is full or blocked. What you set and do here lasts until you close the page.',
  opening: {
    title: 'One moment',
    model: 'Fetching the body model',
    bytes: (loaded: number, total: number): string => `${(loaded / 1e6).toFixed(1)} of ${(total / 1e6).toFixed(1)} MB`,
    warmUp: 'Warming up',
    camera: 'Opening your camera',
    allow: 'Please choose "Allow" when your browser asks.',
    figure: 'The figure is getting ready',
    frames: 'Waiting for pictures from this page',
    video: 'Opening your video',
    cancel: 'Cancel',
  },
  video: {
    title: 'Which video?',
    lead: 'Limber watches it picture by picture, here on this device. It is not uploaded.',
    shows: {
      front: 'It shows you from the front, from your head to your hips.',
      side: 'It shows you from the side, from your head to your hips.',
      desk: 'It shows you from the front, your head and both shoulders at least.',
    },
    kinds: 'MP4, MOV, WebM or MKV.',
    choose: 'Choose a video file',
    drop: 'Or drop it here.',
    progress: 'How far the video has been watched',
    place: (at: number, of: number): string => `Video ${clock(at)} of ${clock(of)}`,
  },
  train: {
    picture: 'The picture that Limber watches',
    counted: (done: number, all: number): string => `${done} of ${all} repetitions`,
    timed: (done: number, all: number): string => `${done} of ${all}, by time`,
    byTime: 'by time',
    set: (set: number, of: number): string => `set ${set} of ${of}`,
    addOne: 'That one counted',
    takeBack: 'That was none',
    /** Beside the count: "+1 −2 by you". */
    ownCount: ({ added, takenBack }: OwnCount): string =>
      [...(added > 0 ? [`+${added}`] : []), ...(takenBack > 0 ? [`−${takenBack}`] : []), 'by you'].join(' '),
    /** The count after a correction, and on which side it was: "8 now. One by your own count." */
    corrected: (count: number, own: OwnCount | undefined, side: Side | undefined): string => {
      const now = `${count} now${side ? ` (${sideNames[side].toLowerCase()})` : ''}`;
      return own ? `${now}. ${capital(ownCount(own))}.` : `${now}, as I counted.`;
    },
    miscounted: 'Did I miscount?',
    /** What a presenter's remote does in a pause. */
    remote: 'On a remote: forward adds one, back takes one away.',
    onlyTheTime: "I can't see this well enough. I'll keep the time.",
    /** The body model failed twice; the next exercise starts it once more. */
    unread: 'The body model stopped twice. I keep the time; with the next exercise I try again.',
    range: (of: string, own: string, usual: string | undefined): string =>
      [`${of ? `${of}: your range` : 'Your range'} ${own}`, ...(usual ? [`usual ${usual}`] : [])].join(' · '),
    eased: 'Target eased a little',
    perhaps: 'Perhaps:',
    breath: { in: 'Breathe in', out: 'Breathe out', calm: 'Breathe calmly' },
    notCounted: 'Not counted:',
    notJudged: "I can't judge",
    pause: 'Pause',
    resume: 'Go on',
    end: 'End',
    skipPractice: 'Skip practice',
    oneArm: { left: 'Left arm only', right: 'Right arm only' },
    recalibrate: 'Set my range again',
    otherCamera: 'Use another camera',
    /** What a presenter's remote does in a pause where the camera can be changed. */
    remoteCamera: 'On a remote: back takes another camera.',
    /** Beside the hint to open the camera's cover. */
    plain: 'All of the picture has one colour: a cover, a switch, or another program.',
    /** Another camera is used than the chosen one. */
    cameraGone: (label: string): string => `Your camera is not there. This is ${label}.`,
    virtualCamera: (label: string): string => `This is ${label}. If it does not show you, choose another camera.`,
    next: 'Next',
    back: 'Back',
    mute: 'Mute',
    unmute: 'Sound',
    wrong: 'Something feels wrong',
    /** What the keys are called that do the same as the buttons. */
    keys: {
      pause: 'Space',
      next: '→',
      back: '←',
      mute: 'M',
      wrong: 'F',
      end: 'Esc',
      skipPractice: 'S',
      oneArm: 'O',
      recalibrate: 'R',
      otherCamera: 'C',
      addOne: '↑',
      takeBack: '↓',
      unkeep: 'X',
    },
    place: (number: number, all: number, name: string): string => `${number} of ${all}: ${name}`,
    truth: "Demo on a slow device: judged by the figure's true joints.",
    demo: 'Demo: the figure trains',
    /** Once the movement of this exercise is to be kept. */
    movementKept: 'Your movement is kept when this exercise ends.',
  },
  paused: {
    title: 'Paused',
    unseen: (parts: string): string => `I can't see ${parts}`,
    comeBack: 'Move back into the picture. It goes on by itself.',
    uncover: 'All of the picture has one colour: a cover, a switch, or another program. It goes on by itself.',
    byYou: 'Take your time.',
  },
  summary,
  problem: {
    again: 'Try again',
    reload: 'Reload',
    camera: 'Use the camera',
    figure: 'Watch the figure instead',
    video: 'Use a video file',
    another: 'Choose another file',
    otherCamera: 'Use another camera',
    /** One more step where the lost camera may be a program's. */
    virtual: (label: string): string =>
      `The picture came from ${label}, a program. Start it again, or use another camera.`,
    summary: 'See how far you came',
  },
  lost: {
    title: 'This link leads nowhere',
    lead: (link: string): string => `Limber does not know "${link}".`,
    home: 'Go to the exercises',
  },
};
