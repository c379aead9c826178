import { describe, expect, it } from 'vitest';
import { Foresight, type Outlook } from '../../../src/ui/controllers/foresight.ts';

/** What was reported of the visits; a screen is painted when the test decides. */
const watched = () => {
  const reported: Outlook[] = [];
  const paints: (() => void)[] = [];
  const painted = (): Promise<void> => new Promise((done) => void paints.push(done));
  const report = (outlook: Outlook): Promise<void> => {
    reported.push(outlook);
    return Promise.resolve();
  };
  const foresight = new Foresight(report, painted);
  return { foresight, reported, paint: () => paints.splice(0).forEach((done) => done()) };
};

const settled = (): Promise<void> => new Promise((done) => void setTimeout(done));

describe('the outlook of a visit', () => {
  it('is reported at once of a session, and once', () => {
    const { foresight, reported } = watched();
    void foresight.follow({ count: 0, outlook: 'session', isShown: false });
    void foresight.follow({ count: 0, outlook: 'session', isShown: true });
    expect(reported).toEqual(['session']);
    void foresight.follow({ count: 1, outlook: 'session', isShown: true });
    expect(reported).toEqual(['session', 'session']);
  });

  it('is reported of a briefing when it has been painted', async () => {
    const { foresight, reported, paint } = watched();
    void foresight.follow({ count: 0, outlook: 'leads-to-session', isShown: false });
    paint();
    await settled();
    expect(reported).toEqual([]);
    void foresight.follow({ count: 0, outlook: 'leads-to-session', isShown: true });
    await settled();
    expect(reported).toEqual([]);
    paint();
    await settled();
    expect(reported).toEqual(['leads-to-session']);
  });

  it('of a briefing that was left before it was painted is not reported', async () => {
    const { foresight, reported, paint } = watched();
    void foresight.follow({ count: 0, outlook: 'leads-to-session', isShown: true });
    void foresight.follow({ count: 1, outlook: 'other', isShown: true });
    paint();
    await settled();
    expect(reported).toEqual(['other']);
  });
});
