/** The part of the Trusted Types API that is used; TypeScript's own declarations lack it. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ): { readonly createScriptURL: (address: string) => string };
}

/** The name that the content-security policy allows for the addresses of workers. */
const policyName = 'limber';

/** Returns an address of this origin; throws a `TypeError` for any other. */
const ownAddress = (address: string): string => {
  const { href, origin } = new URL(address, document.baseURI);
  if (origin !== location.origin) throw new TypeError(`${href} is not of this origin.`);
  return href;
};

const createPolicy = (): ((address: string) => string) => {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy(policyName, { createScriptURL: ownAddress });
  return policy ? (address) => policy.createScriptURL(address) : ownAddress;
};

let trust: ((address: string) => string) | undefined;

/**
 * Marks an address of this origin as one from which a worker may start, where the browser asks for it; throws a
 * `TypeError` for an address of another origin.
 */
export const trustedScript = (address: string): string => (trust ??= createPolicy())(address);
