import { app } from '../../../src/texts/en/app.ts';
import { problems } from '../../../src/texts/en/problems.ts';
import type { Fault } from '../fault.ts';
import { proven } from '../proven.ts';
import { type Scene } from '../scene.ts';

const film = (
  id: string,
  fault: string,
  how: string,
  kind: keyof typeof problems,
  file: string,
  test: string,
): Fault => ({
  id: `film-${id}`,
  kind: 'film',
  fault,
  how,
  sees: problems[kind].title,
  proof: proven(file, test),
});

const readFile = 'browser/video-file.test.ts';

const pageFilm = 'session/sources/page-film.test.ts';

/** Passes five frames of an embedding page to the app, trains on them, and then fails. */
const passFrames = async ({ page }: Scene): Promise<void> => {
  await page.locator('home-screen').waitFor();
  await page.evaluate(() => {
    const app = document.querySelector('limber-app');
    if (!app) throw new Error('The page has no app.');
    const canvas = new OffscreenCanvas(640, 480);
    canvas.getContext('2d');
    app.frames = (async function* () {
      for (let frame = 0; frame < 5; frame += 1) {
        await new Promise((done) => setTimeout(done, 50));
        yield { image: await createImageBitmap(canvas), at: frame * 50 };
      }
      throw new Error('The page has no more frames.');
    })();
    location.hash = '#/train/butterfly?source=frames&pain=off';
  });
};

const useFigure = ({ page }: Scene): Promise<void> => page.getByRole('button', { name: app.problem.figure }).click();

/** Faults of what comes in: films, files and links. */
export const inputFaults: readonly Fault[] = [
  film(
    'cut-off',
    'A film is cut off',
    'Half of a film, in seven formats',
    'broken-video',
    readFile,
    '%s that was cut off',
  ),
  film(
    'damaged',
    'A film is damaged in the middle',
    'Its last part is overwritten; the pictures before it are judged',
    'broken-video',
    readFile,
    'damaged in the middle, when the damage is reached; the pictures before it were returned',
  ),
  film(
    'no-film',
    'A file is no film, or empty',
    'A text, nothing, the beginning of an MP4',
    'not-a-video',
    readFile,
    '%s',
  ),
  film(
    'undecodable',
    'The browser cannot decode a film',
    'A decoder that supports none',
    'undecodable',
    readFile,
    'pictures that this browser cannot decode',
  ),
  film(
    'breaks-off',
    'A film breaks off in the middle of a session',
    'Its source throws after a repetition; what was counted is kept, and another film can be chosen',
    'broken-video',
    'browser/ui-app-video.test.ts',
    'that breaks off in the middle loses nothing of what was counted',
  ),
  {
    id: 'film-hidden-frames',
    kind: 'odd-film',
    fault: 'A film has frames that it does not present',
    how: 'An edit list, and negative times',
    sees: undefined,
    proof: proven(readFile, 'has no frames that it does not present: %s'),
  },
  {
    id: 'film-turned',
    kind: 'odd-film',
    fault: 'A phone was turned while recording',
    how: 'A film whose frames change their shape, in three formats',
    sees: undefined,
    proof: proven(readFile, 'of a phone that was turned while recording has each frame in its own shape: %s'),
  },
  {
    id: 'film-subtitles',
    kind: 'odd-film',
    fault: 'Subtitles go on after the pictures',
    how: 'A film with such a track, in three formats',
    sees: undefined,
    proof: proven(readFile, 'is whole though its subtitles go on after its pictures: %s'),
  },
  {
    id: 'film-old-browser',
    kind: 'odd-film',
    fault: 'The browser cannot read films',
    how: 'A browser without WebCodecs',
    sees: problems['old-browser'].title,
    proof: proven(readFile, 'a browser without WebCodecs'),
  },
  {
    id: 'frames-throw',
    kind: 'frames',
    fault: 'The frames of an embedding page fail',
    how: 'Its iterator throws at the sixth',
    sees: problems.unknown.title,
    proof: { on: 'own', link: '#/', force: passFrames, mend: useFigure },
  },
  {
    id: 'frames-late',
    kind: 'frames',
    fault: 'The frames of an embedding page come late',
    how: 'They are passed in after the link was opened',
    sees: app.opening.frames,
    proof: proven('browser/ui-app.test.ts', 'waits for the frames of a page'),
  },
  {
    id: 'frames-odd-times',
    kind: 'frames',
    fault: 'Frames of an embedding page have times that are none, or that go back',
    how: 'NaN, Infinity, a text, none, negative, earlier, the same; the console names the frame',
    sees: problems['bad-frames'].title,
    proof: proven(pageFilm, 'are refused with %s, and the reason is given'),
  },
  {
    id: 'frames-closed',
    kind: 'frames',
    fault: 'Frames of an embedding page have no picture, or one that is closed',
    how: 'A closed `ImageBitmap`, no image, nothing; what was refused is closed',
    sees: problems['bad-frames'].title,
    proof: proven(pageFilm, 'are refused with %s, and the reason is given'),
  },
  {
    id: 'exercise-file-broken',
    kind: 'exercise-file',
    fault: 'The file of an exercise is no JSON, or breaks its schema',
    how: 'The command that judges films reads it; one line says what is wrong',
    sees: undefined,
    proof: proven('scripts/analyse/report.test.ts', 'may be an exercise from a file, which is checked'),
  },
  {
    id: 'exercise-unknown',
    kind: 'exercise-file',
    fault: 'There is no such exercise, or it has no rules for a view',
    how: 'The command that judges films is asked for it',
    sees: undefined,
    proof: proven('scripts/analyse/report.test.ts', 'refuses %s %j with what to do'),
  },
  {
    id: 'recording-broken',
    kind: 'recording',
    fault: 'A recording is a text, another file, cut off, or of another version',
    how: 'Four files; each is refused in one line',
    sees: undefined,
    proof: proven('scripts/analyse/recording-file.test.ts', 'is refused in one line: %s'),
  },
  {
    id: 'session-file-broken',
    kind: 'recording',
    fault: 'A saved session is no JSON, no session, or of a later version',
    how: 'Four texts; each is refused with its reason',
    sees: undefined,
    proof: proven('session/record/read-session.test.ts', 'gives the reason why it cannot be read: %s'),
  },
  {
    id: 'session-of-earlier-version',
    kind: 'recording',
    fault: 'A session was saved by an earlier version',
    how: 'Files of versions 1 and 2; what was counted is read',
    sees: undefined,
    proof: proven(
      'session/record/read-session.test.ts',
      'is read from version %i: what was counted, and what was asked for',
    ),
  },
  {
    id: 'link-unknown-exercise',
    kind: 'link',
    fault: 'A link leads to nothing',
    how: 'Three links to what does not exist',
    sees: app.lost.title,
    proof: proven('browser/ui-app.test.ts', 'reports that %s leads nowhere'),
  },
  {
    id: 'link-odd-options',
    kind: 'link',
    fault: 'A link has options that make no sense',
    how: 'Numbers that are none or too large, unknown views and sources, a broken percent sign; a session begins',
    sees: undefined,
    proof: {
      on: 'own',
      link: '#/train/butterfly?reps=NaN&sets=1e9&hold=-5&rest=Infinity&speed=0&view=up&range=%E0%A4%A&arm=third&pain=off',
    },
  },
  {
    id: 'link-broken-percent',
    kind: 'link',
    fault: 'A link is cut off in the middle of a character, or has markup in it',
    how: 'A broken percent sign and a tag in the path',
    sees: app.lost.title,
    proof: {
      on: 'own',
      link: '#/train/%E0%A4%A/<img src=x onerror=alert(1)>',
      mend: ({ page }) => page.evaluate(() => void (location.hash = '#/train/butterfly?pain=off')),
    },
  },
  {
    id: 'link-typed',
    kind: 'link',
    fault: 'A link is typed in capitals, with slashes at its end or %3F',
    how: 'Such links',
    sees: undefined,
    proof: proven('ui/routes.test.ts', 'takes every option'),
  },
];
