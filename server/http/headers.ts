interface HeaderSettings {
  /** Whether people reach the server over https. */
  secure: boolean
  /** Development only: what Vite needs to reload pages. */
  development?: boolean
}

const policy = (development: boolean): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    development ? `style-src 'self' 'unsafe-inline'` : `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    development ? `connect-src 'self' ws:` : `connect-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')

/** The security headers of every answer, one constant for signed in and not (S01). */
export const securityHeaders = ({ secure, development = false }: HeaderSettings): Record<string, string> => ({
  'content-security-policy': policy(development),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  ...(secure && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
})
