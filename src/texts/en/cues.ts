import type { CueId } from '../../engine/coaching/cues.ts';
import type { HintId } from '../../engine/coaching/hints.ts';

/** What the coach says, at most seven words each. */
export const cues: Readonly<Record<CueId, string>> = {
  'come-back-up': "That's enough, come back up",
  'not-so-far-back': 'Not so far back',
  'ease-off': 'Ease off a little',
  'stop-there': 'Stop at shoulder height',
  'move-back-hips': 'Move back so I see your hips',
  'face-the-camera': 'Face the camera',
  'turn-sideways': 'Turn sideways to the camera',
  'hands-on-shoulders': 'Hands on your shoulders',
  'straight-in-front': 'Raise straight in front',
  'round-forward': 'Round forward, slowly',
  'lift-your-chest': 'Lift your chest to the ceiling',
  'elbows-together': 'Bring your elbows together',
  'open-wide': 'Open your elbows wide',
  squeeze: 'Squeeze your shoulder blades',
  'reach-up': 'Reach up to the ceiling',
  'ear-to-shoulder': 'Ear toward your shoulder',
  'shoulder-height': 'Arm to shoulder height',
  'arms-hang': 'Let your arms hang',
  'elbows-up': 'Elbows up, level with your shoulders',
  'both-together': 'Both elbows together',
  'shoulders-down': 'Shoulders down, away from your ears',
  'shoulders-first': 'Relax your shoulders first',
  'sit-tall': 'Sit tall, ribs down',
  'shoulder-drop': 'Let your shoulder drop',
  'eyes-on-screen': 'Face the camera',
  'only-the-head': 'Sit tall, only your head moves',
  'keep-still': 'Keep your body still',
  'long-arm': 'Reach with a long arm',
  'lower-slowly': 'Lower slowly, count to four',
  smooth: 'One smooth movement',
  'keep-breathing': 'Keep breathing',
};

/** What the set-up check asks for, at most seven words each. */
export const hints: Readonly<Record<HintId, string>> = {
  'step-into-view': 'Sit where the camera sees you',
  'move-back': 'Move back a little',
  'show-hips': 'Move back so I see your hips',
  'face-the-camera': 'Face the camera',
  'turn-sideways': 'Turn sideways to the camera',
  'let-arms-hang': 'Let your arms hang',
  'sit-still': 'Lovely. Now sit still',
  'take-start-posture': 'Take the start position',
  'hold-start-posture': 'Good. Stay just like that',
};
