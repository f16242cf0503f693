// The switches that keep an installed Chromium quiet, forgetful and shut: nothing typed stays on disk, nothing is
// asked of any network, and its own sandbox stays on.

/** Names that no machine answers: the page's origin is served from memory (RFC 6761 reserves `.invalid`). */
export const pageOrigin = 'https://sociodesk.invalid';

export const quietSwitches: readonly string[] = [
  // Without it, what is typed in forms is written to the profile in clear, and survives a kill.
  '--incognito',
  // No name resolves and no proxy is asked, so neither the page nor the browser's own services reach a network.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  // Else the browser warns over the page, in its own words, that the rules above make it unsafe: they shut it off.
  '--test-type',
  // Whatever the page asks a permission for is refused without a question to the person.
  '--deny-permission-prompts',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-translate',
  '--disable-spell-checking',
  '--disable-crash-reporter',
  '--disk-cache-size=1',
  '--no-pings',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
];

/**
 * For the page's window only. In incognito no permission can be given by the driver, and a question of the browser would
 * name an address that nobody knows: so a document that has the camera in its policy gets it, and no other has. Sound is in
 * no policy.
 */
export const cameraSwitch = '--auto-accept-camera-and-microphone-capture';

/** Playwright's own switches that an app window must not have. */
export const unwantedSwitches: readonly string[] = [
  '--disable-popup-blocking',
  '--disable-hang-monitor',
  '--disable-prompt-on-repost',
  '--unsafely-disable-devtools-self-xss-warnings',
];

/**
 * Chromium's sandbox does not start for root. Only a test set-up that says so, and is root, may go without it.
 * Anywhere else the answer is true.
 */
export function sandboxNeeded(env: Record<string, string | undefined>, uid: number | undefined): boolean {
  return !(env['SOCIODESK_TEST_NO_SANDBOX'] === '1' && uid === 0);
}
