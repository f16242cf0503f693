// Which proxy the computer's variables prescribe for an address, as the HTTP agent reads them.

export type ProxyUse = { url: URL } | null;

type Variables = Readonly<Record<string, string | undefined>>;

/** `https_proxy` before `HTTPS_PROXY`; `no_proxy` names hosts, domains (`.example.org`), host:port or `*`. */
export function proxyOf(address: string, variables: Variables = process.env): ProxyUse {
  const target = new URL(address);
  const http = variables['http_proxy'] ?? variables['HTTP_PROXY'];
  const https = variables['https_proxy'] ?? variables['HTTPS_PROXY'] ?? http;
  const named = target.protocol === 'https:' ? https : http;
  if (named === undefined || named === '' || passesBy(target, variables)) return null;
  const url = URL.parse(named.includes('://') ? named : `http://${named}`);
  return url === null ? null : { url };
}

function passesBy({ hostname, port, protocol }: URL, variables: Variables): boolean {
  const list = variables['no_proxy'] ?? variables['NO_PROXY'] ?? '';
  const at = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return list
    .split(/[,\s]/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, name = '', itsPort] = /^(.+?)(?::(\d+))?$/.exec(entry) ?? [];
      if (itsPort !== undefined && itsPort !== at) return false;
      const bare = name.replace(/^\*?\./, '').toLowerCase();
      return hostname.toLowerCase() === bare || hostname.toLowerCase().endsWith(`.${bare}`);
    });
}
