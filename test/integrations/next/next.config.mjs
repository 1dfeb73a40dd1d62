// The development server answers its own socket only on hosts that are named; the run opens it by address.
export default { reactStrictMode: true, allowedDevOrigins: ['127.0.0.1'] };
