import { expect, it } from 'vitest';
import { summaryIn } from '../../../scripts/people/summary.ts';

const page = `# People

<!-- people -->

Made by the bench at \`1234567\`.

### What is asked

| sets | 37 of 40 |

### Held out

#### Both arms

| all | of it |

<!-- /people -->

## More
`;

it('what is asked of people is the first section of the tables, with when they were made', () => {
  expect(summaryIn(page)).toBe('Made by the bench at `1234567`.\n\n| sets | 37 of 40 |');
});

it('is empty where the tables are empty or missing', () => {
  expect(summaryIn('# People\n\n<!-- people -->\n\n<!-- /people -->\n')).toBe('');
  expect(summaryIn('# People\n')).toBe('');
});
