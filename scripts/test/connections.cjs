// Loaded first into every Node process of a test run (NODE_OPTIONS): refuses each connection that would leave this
// machine and writes down who wanted it. NIANBAO_CONNECTIONS names the file; a line of JSON for each event.
const fs = require('node:fs');
const net = require('node:net');
const dns = require('node:dns');
const dgram = require('node:dgram');

const file = process.env.NIANBAO_CONNECTIONS;
const note = (event) => {
  const who = process.argv.slice(1, 3).join(' ');
  fs.appendFileSync(file, `${JSON.stringify({ ...event, who, stack: new Error().stack })}\n`);
};
const isHere = (host) => !host || /^(?:localhost|127\..*|::1|0\.0\.0\.0|::)$/.test(host);
const refuse = (what, host) => {
  note({ event: 'refused', what, host: String(host) });
  return Object.assign(new Error(`connect ECONNREFUSED ${host}`), { code: 'ECONNREFUSED' });
};

if (file) {
  note({ event: 'guarded' });
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function (...args) {
    // Node hands its own normalised arguments on as one array.
    const [first, second] = Array.isArray(args[0]) ? args[0] : args;
    const host = typeof first === 'object' && first ? !first.path && first.host : typeof first === 'number' && second;
    if (typeof host !== 'string' || isHere(host)) return connect.apply(this, args);
    process.nextTick(() => this.destroy(refuse('connect', host)));
    return this;
  };
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
    const original = dns[name];
    dns[name] = function (host, ...rest) {
      if (isHere(host) || net.isIP(host)) return original.call(this, host, ...rest);
      const error = refuse(name, host);
      process.nextTick(() => rest.at(-1)(error));
    };
    dns.promises[name] = async (host) => {
      throw refuse(name, host);
    };
  }
  const { send } = dgram.Socket.prototype;
  dgram.Socket.prototype.send = function (...args) {
    const host = args.find((arg, index) => index > 0 && typeof arg === 'string');
    if (isHere(host)) return send.apply(this, args);
    throw refuse('send', host);
  };
}
