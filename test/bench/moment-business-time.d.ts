/** moment-business-time comes without declarations: it is moment, with methods that `peers.ts` declares. */
declare module 'moment-business-time' {
  import moment = require('moment')

  export = moment
}
