/** Web and mail hosts by which companies are known, brought to the name that is registered. */

/** Mail hosts that many companies share, and hosts that give each customer a name below their own. */
const PUBLIC_HOSTS = new Set(
  (
    'gmail.com googlemail.com outlook.com outlook.de outlook.fr hotmail.com hotmail.co.uk hotmail.de hotmail.fr hotmail.it hotmail.es live.com live.co.uk live.nl live.fr msn.com ' +
    'yahoo.com yahoo.co.uk yahoo.co.in yahoo.co.jp yahoo.de yahoo.fr yahoo.es yahoo.it yahoo.com.br ymail.com rocketmail.com icloud.com me.com mac.com aol.com aol.de comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net ' +
    'btinternet.com sky.com talktalk.net virginmedia.com blueyonder.co.uk ntlworld.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de arcor.de 1und1.de online.de email.de posteo.de mailbox.org ' +
    'orange.fr free.fr wanadoo.fr sfr.fr laposte.net neuf.fr bbox.fr libero.it virgilio.it alice.it tin.it tiscali.it hotmail.com.br uol.com.br bol.com.br terra.com.br telefonica.net ziggo.nl kpnmail.nl planet.nl xs4all.nl home.nl hetnet.nl skynet.be telenet.be proximus.be bluewin.ch hispeed.ch ' +
    'aon.at chello.at wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz mail.ru yandex.ru yandex.com bk.ru rambler.ru abv.bg ukr.net proton.me protonmail.com protonmail.ch pm.me tutanota.com fastmail.com hey.com zoho.com mail.com email.com inbox.com usa.com ' +
    'qq.com 163.com 126.com sina.com sina.cn sohu.com foxmail.com aliyun.com naver.com daum.net hanmail.net rediffmail.com bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz rogers.com sympatico.ca shaw.ca telus.net ' +
    'linkedin.com facebook.com instagram.com twitter.com x.com youtube.com google.com bit.ly linktr.ee example.com example.org test.com none.com noemail.com'
  ).split(' '),
);
/** Below these each name is another's: the name before them belongs to the domain. */
const SHARED_SUFFIXES = new Set(
  'myshopify.com wordpress.com blogspot.com wixsite.com squarespace.com weebly.com github.io herokuapp.com azurewebsites.net onmicrosoft.com sharepoint.com salesforce.com force.com netlify.app vercel.app web.app pages.dev business.site jimdosite.com webnode.com'.split(
    ' ',
  ),
);
/** Second levels under which countries register companies: co.uk, com.au, or.jp. */
const SECOND_LEVELS = new Set('co com net org or ne ac edu gov go gob gouv gv govt nhs plc ltd me in'.split(' '));

/** The registered domains in a text of hosts, web addresses and e-mails, each once; public hosts say nothing and are left out. */
export function domainsIn(text: string): string[] {
  if (!text.includes('.')) return [];
  const found = new Set<string>();
  for (const part of text.toLowerCase().split(/[\s,;|<>()"]+/)) {
    const domain = registered(hostOf(part));
    if (domain !== '') found.add(domain);
  }
  return [...found];
}

function hostOf(part: string): string {
  return part
    .replace(/^(?:mailto:|[a-z]+:\/\/)/, '')
    .replace(/[/?#].*$/, '')
    .replace(/^.*@/, '')
    .replace(/:\d*$/, '')
    .replace(/(?<!\.)\.+$/, '');
}

/** "mail.halden.co.uk" → "halden.co.uk"; "" for what is no host of one company. */
function registered(host: string): string {
  const labels = host.split('.');
  const [last = '', second = ''] = [labels.at(-1), labels.at(-2)];
  if (labels.length < 2 || !labels.every((label) => /^[\p{L}\p{N}_-]+$/u.test(label)) || !/^\p{L}{2,}/u.test(last)) return '';
  const suffixed = last.length === 2 && SECOND_LEVELS.has(second) && labels.length > 2;
  const shared = SHARED_SUFFIXES.has(`${second}.${last}`);
  if (shared && labels.length === 2) return '';
  const domain = labels.slice(suffixed || shared ? -3 : -2).join('.');
  return PUBLIC_HOSTS.has(domain) ? '' : domain;
}
