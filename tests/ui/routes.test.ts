import { describe, expect, it } from 'vitest';
import { readRoutine } from '../../src/session/planning/routines.ts';
import {
  briefingLink,
  historyLink,
  homeLink,
  labLink,
  labSources,
  planLink,
  plannedLink,
  progressLink,
  reportLink,
  routeOf,
  routineEditorLink,
  routineLink,
  safetyLink,
  sessionLink,
  settingsLink,
  trainingLink,
  withSource,
} from '../../src/ui/routes.ts';

const asPrescribed = {
  source: 'camera',
  reps: undefined,
  holdSeconds: undefined,
  range: 'personal',
  view: undefined,
  strictness: undefined,
  asksPain: true,
  restSeconds: undefined,
  speed: 1,
};

describe('a link', () => {
  it.each(['', '#', '#/', homeLink])('%j leads home', (hash) => {
    expect(routeOf(hash)).toEqual({ screen: 'home' });
  });

  it('leads to a briefing', () => {
    expect(routeOf(briefingLink('head-tilt'))).toEqual({ screen: 'briefing', id: 'head-tilt' });
  });

  it('leads to the history, to a session of it whatever its id, and to how an exercise changes', () => {
    expect(routeOf(historyLink)).toEqual({ screen: 'history' });
    expect(routeOf(planLink)).toEqual({ screen: 'plan' });
    expect(routeOf(reportLink)).toEqual({ screen: 'report' });
    for (const id of ['1751000000000-cheer', 'From/Elsewhere? 100 %', '7-Ünlike'])
      expect(routeOf(sessionLink(id))).toEqual({ screen: 'history-session', id });
    expect(routeOf('#/history/%E0%A4%A')).toEqual({ screen: 'lost', link: '/history/%E0%A4%A' });
    expect(routeOf(progressLink('head-tilt'))).toEqual({ screen: 'progress', id: 'head-tilt' });
  });

  it('trains at the doses of the plan, a routine or one exercise', () => {
    for (const [link, screen] of [
      [plannedLink('own-1', false), 'routine-training'],
      [plannedLink('own-1', true), 'training'],
    ] as const)
      expect(routeOf(link)).toMatchObject({ screen, id: 'own-1', followsPlan: true, options: { source: 'camera' } });
    expect(routeOf(routineLink('own-1', 'camera'))).not.toHaveProperty('followsPlan');
  });

  it('leads to the Lab with a source, or with a recording whatever its id; to the recordings where it names none', () => {
    for (const source of labSources) expect(routeOf(labLink(source))).toEqual({ screen: 'lab', source, id: undefined });
    for (const id of ['1751000000000-cheer', 'From/Elsewhere? 100 %'])
      expect(routeOf(labLink('recording', id))).toEqual({ screen: 'lab', source: 'recording', id });
    expect(routeOf('#/lab?source=moon')).toEqual({ screen: 'lab', source: 'recording', id: undefined });
    expect(routeOf('#/lab/one/two')).toMatchObject({ screen: 'lost' });
  });

  it('leads to the safety page and to the settings', () => {
    expect(routeOf(safetyLink)).toEqual({ screen: 'safety' });
    expect(routeOf(settingsLink)).toEqual({ screen: 'settings' });
  });

  it('leads to a routine, to its editor, and to a new one', () => {
    expect(routeOf(routineLink('own-1'))).toEqual({ screen: 'routine', id: 'own-1' });
    expect(routeOf(routineEditorLink('own-1'))).toEqual({ screen: 'routine-editor', id: 'own-1' });
    expect(routeOf(routineEditorLink())).toEqual({ screen: 'routine-editor', id: undefined });
  });

  it('starts a routine, with the camera by default', () => {
    expect(routeOf('#/routine/own-1')).toEqual({ screen: 'routine-training', id: 'own-1', options: asPrescribed });
    expect(routeOf(routineLink('own-1', 'figure'))).toMatchObject({ id: 'own-1', options: { source: 'figure' } });
  });

  it('trains with the camera by default', () => {
    expect(routeOf('#/train/cheer')).toEqual({ screen: 'training', id: 'cheer', options: asPrescribed });
  });

  it('takes every option', () => {
    const link =
      '#/train/cheer?source=figure&reps=5&hold=6&range=norm&view=front&arm=left&strictness=0.8&pain=off&rest=10&speed=2';
    expect(routeOf(link)).toEqual({
      screen: 'training',
      id: 'cheer',
      options: {
        source: 'figure',
        reps: 5,
        holdSeconds: 6,
        range: 'norm',
        view: 'front',
        arm: 'left',
        strictness: 0.8,
        asksPain: false,
        restSeconds: 10,
        speed: 2,
      },
    });
    expect(routeOf(trainingLink('cheer', 'file'))).toMatchObject({ options: { source: 'file' } });
    expect(routeOf(trainingLink('cheer', 'frames'))).toMatchObject({ options: { source: 'frames' } });
    expect(routeOf(trainingLink('cheer', 'camera', 'side'))).toMatchObject({ options: { view: 'side' } });
  });

  it('accepts a rest as long as that of a routine may be, and no longer', () => {
    const rests = [0, 300, 600, 601];
    const ofLinks = rests.map((rest) => routeOf(`#/routine/own-1?rest=${rest}`));
    const asked = ofLinks.map((route) => 'options' in route && route.options.restSeconds !== undefined);
    const read = rests.map((restSeconds) => readRoutine({ id: 'own-1', steps: [], restSeconds }) !== undefined);
    expect(asked).toEqual([true, true, true, false]);
    expect(read).toEqual(asked);
  });

  it.each([
    ['#/Exercise/Cheer/', briefingLink('cheer')],
    ['#//exercise//cheer', briefingLink('cheer')],
    ['#exercise/cheer', briefingLink('cheer')],
    ['#/Settings/', settingsLink],
    ['#/train/cheer/?reps=5', '#/train/cheer?reps=5'],
    ['#/train/cheer%3Freps=5&view=front', '#/train/cheer?reps=5&view=front'],
    ['#/TRAIN/CHEER%3fREPS=5&View=Front', '#/train/cheer?reps=5&view=front'],
    ['#/routine-editor/', routineEditorLink()],
  ])('%s is read as %s', (typed, link) => {
    expect(routeOf(typed)).toEqual(routeOf(link));
    expect(routeOf(withSource(typed, 'figure'))).toEqual(routeOf(withSource(link, 'figure')));
  });

  it('can get another source and keeps its other options', () => {
    const link = withSource('#/train/cheer?source=camera&reps=5&view=front', 'file');
    expect(routeOf(link)).toMatchObject({ options: { source: 'file', reps: 5, view: 'front' } });
    expect(routeOf(withSource('#/train/cheer', 'file'))).toMatchObject({ id: 'cheer', options: { source: 'file' } });
  });

  it.each([
    'source=elsewhere',
    'reps=-1',
    'reps=2.5',
    'reps=1000',
    'hold=x',
    'hold=0',
    'strictness=NaN',
    'range=mine',
    'view=above',
    'strictness=99',
    'pain=maybe',
    'rest=-5',
    'speed=0',
  ])('ignores the invalid option %s', (query) => {
    expect(routeOf(`#/train/cheer?${query}`)).toMatchObject({ options: asPrescribed });
  });

  it.each([
    '#/somewhere',
    '#/exercise',
    '#/train/',
    '#/routine',
    '#/settings/voice',
    '#/exercise/cheer/more',
    '#cheer',
  ])('%s leads nowhere', (hash) => {
    expect(routeOf(hash)).toEqual({ screen: 'lost', link: hash.slice(1) });
  });

  it('a link of a megabyte leads nowhere, and the page that says so shows its beginning', () => {
    const route = routeOf('#/routines/upper-back-relief'.repeat(40_000));
    expect(route).toEqual({ screen: 'lost', link: expect.stringMatching(/^\/routines.{0,2000}$/) });
    expect(routeOf(`#/train/cheer?source=figure${'&a=1'.repeat(100_000)}`)).toMatchObject({ screen: 'lost' });
  });
});
