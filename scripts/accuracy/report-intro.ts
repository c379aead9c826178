import type { DetectorModel } from '../../src/ports/detector-model.ts';
import { modelNames } from './motion-text.ts';

const runsWhere: Readonly<Record<DetectorModel, string>> = {
  thunder:
    'MoveNet Thunder runs on devices on which it reaches twenty frames a second; [Lightning](accuracy-lightning.md) runs on all others, and until that is known.',
  lightning:
    'MoveNet Lightning runs on devices on which [Thunder](accuracy.md) does not reach twenty frames a second, and until that is known.',
};

/** The first words of a model's page: where the model runs. */
export const introOf = (model: DetectorModel): string =>
  `${runsWhere[model]} What was measured on people stands first, then what was measured on rigged bodies, then the drawn figure.`;

/** How films are made and judged, and what the figures about them rest on. */
export const filmsIntroOf = (
  model: DetectorModel,
): string => `Each film shows a drawn figure whose joint angles are known. Each frame goes through the app's own detector (MoveNet ${modelNames[model]} on wasm, Limber's own crop)
and its own engine. The ground truth of counts and holds comes from the same rules on the film's noise-free keypoints, so an error in the rules does
not show here; that of a measure comes from the joints. Shares carry Wilson's 95 % interval. Films are 480 x 360 at fifteen frames a second, everyday
movement and rigged bodies at ten, but for those that are too fast; a webcam gives thirty. A drawn figure is not a person ([people](people.md)). Thresholds were set with the films in view that are called tuned on; those called held out have another seed. Of these, the
films of faults and two butterflies were in view for some rules all the same ([decision 57](decisions/0057-what-cannot-be-told.md)), and eight of the
minutes of everyday movement for one ([decision 60](decisions/0060-a-hand-at-the-head.md)). The rigged
bodies below were in view for six constants: the gain of tilted heads (Lightning), the hip drift in a squeeze, the limit of a shrug, which readings
leap, the score gate, and the fewest points a second for smoothness, and for one rule, which elbows set-up waits for
([decision 61](decisions/0061-reaching-and-black-sleeves.md)); the films of people for one, the neck that a squeeze requires. For everything else they show how far the result carries.`;
