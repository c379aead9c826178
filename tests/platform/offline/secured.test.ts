import { describe, expect, it } from 'vitest';
import { securedBy } from '../../../src/platform/offline/service-worker/secured.ts';
import { securityHeaders } from '../../../scripts/security-headers.ts';

const secured = securedBy({ headers: securityHeaders });

describe('a response of the service worker', () => {
  it('gets the security headers that the host did not send, and keeps its own', async () => {
    const response = secured(new Response('code', { status: 203, headers: { 'Content-Type': 'text/javascript' } }));
    for (const [name, value] of Object.entries(securityHeaders)) expect(response.headers.get(name)).toBe(value);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([203, 'text/javascript']);
    expect(await response.text()).toBe('code');
  });

  it('is passed on as it is where it has them: browsers keep no compiled code for one that is built again', () => {
    const stored = new Response('code', { headers: securityHeaders });
    expect(secured(stored)).toBe(stored);
  });

  it('has this version of the policy, whatever was stored', () => {
    const old = new Response('code', {
      headers: { ...securityHeaders, 'Content-Security-Policy': "default-src 'self'" },
    });
    expect(secured(old).headers.get('Content-Security-Policy')).toBe(securityHeaders['Content-Security-Policy']);
  });

  it('that failed stays the failure that it is', () => {
    const failed = Response.error();
    expect(secured(failed)).toBe(failed);
  });
});
