import { Complaint } from './complaint.ts';

/** The content of a JSON file. */
export const jsonIn = (file: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Complaint(`${file} is not JSON; check that it was written to its end.`);
  }
};
