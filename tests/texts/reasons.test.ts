import { describe, expect, it } from 'vitest';
import type { Reason } from '../../src/engine/exercise/events.ts';
import { keypointsInWords } from '../../src/texts/en/keypoints.ts';
import { measures } from '../../src/texts/en/measures.ts';
import { reasonInWords } from '../../src/texts/en/reasons.ts';

const cases: readonly (readonly [Reason, string])[] = [
  [{ kind: 'range', measure: 'shoulderFlexion', shortBy: 12.3 }, '12 degrees short'],
  [{ kind: 'range', measure: 'shoulderFlexion', shortBy: 0.8 }, '1 degree short'],
  [{ kind: 'range', measure: 'shoulderFlexion', shortBy: 0.3 }, 'a little short'],
  [{ kind: 'range', measure: 'elbowGap', shortBy: 0.204 }, '20 % of shoulder width short'],
  [{ kind: 'range', measure: 'likeness', shortBy: 0.12 }, '12 % short'],
  [{ kind: 'range', measure: 'from-a-file', shortBy: 3 }, 'a little short'],
  [{ kind: 'hold', heldMs: 3120, ofMs: 5000 }, 'held 3.1 of 5.0 seconds'],
  [{ kind: 'posture', measure: 'handOnShoulder' }, 'the hands left your shoulders'],
  [{ kind: 'posture', measure: 'neckLength' }, 'the shoulders rose'],
  [{ kind: 'posture', measure: 'trunkLean' }, 'the position was left'],
  [{ kind: 'order' }, 'the parts came in another order'],
  [{ kind: 'return', tookMs: 1200, ofMs: 2500 }, 'back in 1.2 seconds, take 2.5'],
  [{ kind: 'unseen', forMs: 1400 }, 'not seen for 1.4 s'],
];

describe('the reason why an attempt did not count', () => {
  it.each(cases)('%j', (reason, words) => {
    expect(reasonInWords(reason)).toBe(words);
  });
});

describe('an amount', () => {
  it('contains its error, rounded up, and the usual value without the unit', () => {
    expect(measures.shoulderFlexion.amountWithin(142.2, 2.1)).toBe('142 ± 3 degrees');
    expect(measures.elbowGap.amountWithin(0.571, 0.014)).toBe('57 ± 2 % of shoulder width');
    expect(measures.shoulderFlexion.bare(-0.2)).toBe('0');
    expect(measures.elbowGap.bare(0.85)).toBe('85 %');
  });
});

describe('what is not seen', () => {
  it('joins pairs and the face', () => {
    expect(keypointsInWords(['left_hip', 'right_hip'])).toBe('your hips');
    expect(keypointsInWords(['left_elbow'])).toBe('your left elbow');
    expect(keypointsInWords(['nose', 'left_ear', 'right_wrist', 'left_hip', 'right_hip'])).toBe(
      'your face, your right wrist and your hips',
    );
  });

  it('is the whole user where much is unseen, or it is unknown', () => {
    expect(keypointsInWords([])).toBe('you');
    expect(keypointsInWords(['nose', 'left_shoulder', 'right_shoulder', 'left_elbow', 'left_wrist', 'left_hip'])).toBe(
      'you',
    );
  });
});
