import { describe, expect, it } from 'vitest';
import { calendarDays, calendarFile } from '../../../src/session/plan/calendar-file.ts';
import type { TrainingPlan } from '../../../src/session/planning/training-plan.ts';
import { madePlan } from './made-plan.ts';

/* The rules are those of RFC 5545; the numbers in brackets are its sections. */

const words = { summary: 'Limber: Upper-back relief', description: 'About 12 minutes.', product: 'Limber 1.2.3' };
const now = Date.UTC(2026, 10, 29, 22, 46, 38, 123);

const fileOf = (plan: Partial<TrainingPlan> = {}, change: Partial<typeof words> = {}): string =>
  calendarFile(madePlan(plan), { ...words, ...change }, now, 12);

/** The content lines, unfolded [3.1]. */
const linesOf = (file: string): readonly string[] =>
  file
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);

/** The value of a property, with its parameters left out. */
const valueOf = (file: string, name: string): string | undefined =>
  linesOf(file)
    .find((line) => line.split(/[:;]/, 1)[0] === name)
    ?.replace(/^[^:]*:/, '');

/** The text that a value stands for [3.3.11]. */
const unescaped = (text = ''): string =>
  text.replace(/\\([\\;,nN])/g, (_, one: string) => (one.toLowerCase() === 'n' ? '\n' : one));

describe('the calendar file', () => {
  it('is one event in one calendar, with the properties that are required, each once', () => {
    const lines = linesOf(fileOf());
    expect(lines.filter((line) => /^(BEGIN|END):/.test(line))).toEqual([
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'BEGIN:VALARM',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
    // [3.6, 3.6.1, 3.6.6]
    for (const name of ['VERSION', 'PRODID', 'UID', 'DTSTAMP', 'DTSTART', 'DURATION', 'RRULE', 'ACTION', 'TRIGGER'])
      expect(lines.filter((line) => line.startsWith(`${name}:`))).toHaveLength(1);
    expect(valueOf(fileOf(), 'VERSION')).toBe('2.0');
    expect(lines.some((line) => line.startsWith('DTEND'))).toBe(false);
  });

  it('has every line ended by CRLF and none longer than 75 octets, also in other scripts [3.1]', () => {
    const summary = `Rücken, 上背 💪 ${'entspannt ü'.repeat(30)}`;
    for (const cut of [0, 1, 2, 3, 4, 5]) {
      const file = fileOf({}, { summary: summary.slice(cut) });
      expect(file.endsWith('\r\n')).toBe(true);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const longest = Math.max(...file.split('\r\n').map((line) => new TextEncoder().encode(line).length));
      expect(longest).toBeLessThanOrEqual(75);
      // No character was broken: the bytes of each line are valid UTF-8.
      expect(file).not.toContain('\uFFFD');
      expect(unescaped(valueOf(file, 'SUMMARY'))).toBe(summary.slice(cut));
    }
  });

  it('escapes what has a meaning in a text, and cannot be broken out of [3.3.11]', () => {
    const summary = 'a\\b;c,d\r\nEND:VCALENDAR\nATTACH:x\r"q":';
    const file = fileOf({}, { summary });
    expect(valueOf(file, 'SUMMARY')).toBe(String.raw`a\\b\;c\,d\nEND:VCALENDAR\nATTACH:x\n"q":`);
    expect(linesOf(file).filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
    expect(linesOf(file).some((line) => line.startsWith('ATTACH'))).toBe(false);
    expect(valueOf(fileOf({}, { summary: 'a\u0000\u0007b' }), 'SUMMARY')).toBe('a  b');
  });

  it('stands at the local time of the place where the user is, and was made at a time in UTC [3.3.5, 3.8.7.2]', () => {
    const file = fileOf({ time: '07:05', since: '2026-03-02' });
    expect(linesOf(file)).toContain('DTSTART:20260302T070500');
    expect(file).not.toMatch(/TZID|VTIMEZONE|DTSTART:\d+T\d+Z/);
    expect(valueOf(file, 'DTSTAMP')).toBe('20261129T224638Z');
    expect(valueOf(file, 'DURATION')).toBe('PT12M');
  });

  it('is repeated weekly on its days, and begins with the first of them [3.3.10, 3.8.5.3]', () => {
    // From a Wednesday on.
    const file = fileOf({ since: '2026-03-04', rhythm: { is: 'weekdays', days: [5, 1] } });
    expect(valueOf(file, 'RRULE')).toBe('FREQ=WEEKLY;BYDAY=MO,FR');
    expect(valueOf(file, 'DTSTART')).toBe('20260306T180000');
    const sunday = fileOf({ since: '2026-02-24', rhythm: { is: 'weekdays', days: [7] } });
    expect([valueOf(sunday, 'RRULE'), valueOf(sunday, 'DTSTART')]).toEqual(['FREQ=WEEKLY;BYDAY=SU', '20260301T180000']);
  });

  it.each([1, 2, 3, 4, 5, 6, 7])('spreads %d times a week over as many days, from the first day on', (aWeek) => {
    const days = calendarDays({ rhythm: { is: 'times', aWeek }, since: '2026-03-04' });
    expect(new Set(days).size).toBe(aWeek);
    expect(days).toContain(3);
    const pauses = days.map((day, index) => ((days[index + 1] ?? (days[0] ?? 0) + 7) - day) % 8);
    expect(Math.max(...pauses) - Math.min(...pauses)).toBeLessThanOrEqual(1);
    expect(valueOf(fileOf({ since: '2026-03-04', rhythm: { is: 'times', aWeek } }), 'DTSTART')).toBe('20260304T180000');
  });

  it('reminds when it begins [3.6.6, 3.8.6.3]', () => {
    const lines = linesOf(fileOf());
    const alarm = lines.slice(lines.indexOf('BEGIN:VALARM') + 1, lines.indexOf('END:VALARM'));
    expect(alarm).toEqual(['ACTION:DISPLAY', 'DESCRIPTION:Limber: Upper-back relief', 'TRIGGER:PT0S']);
  });

  it('has the same id for the same plan, so that a calendar replaces it [3.8.4.7]', () => {
    expect(valueOf(fileOf({ time: '09:00' }), 'UID')).toBe(valueOf(fileOf(), 'UID'));
    expect(valueOf(fileOf({ id: 'other' }), 'UID')).not.toBe(valueOf(fileOf(), 'UID'));
  });
});
