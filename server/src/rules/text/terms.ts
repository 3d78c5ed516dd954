/**
 * Latin-script terms that official Chinese reports use as they are: text/untranslated leaves them alone.
 * Words with digits (5G, PM2.5, IPv6, 1+X) and single letters (A级, B座, C位) need no entry: the rule passes them.
 */

const words = (list: string): string[] => list.trim().split(/\s+/);

/**
 * Exact spelling only, because another spelling is another word: AI but not "ai", IT but not "it", Word and Excel the
 * programs but not the words, AB (AB角) but not "ab".
 */
export const EXACT_TERMS: ReadonlySet<string> = new Set([
  // Abbreviations of administration, law and statistics.
  ...words('GDP GNP GEP CPI PPI PMI PPP BOT TOT ROT EPC EOD TOD REITs IPO LPR ETF ESG R&D RMB USD CNY'),
  ...words('WTO WHO APEC RCEP ISO IEC GB DB QB GB/T CCC CMA CNAS CE GMP GSP GAP HACCP QC QS SC AB AAA AAAA AAAAA'),
  ...words('ID PC TV VIP CEO CBD NGO MBA MPA CPA ISBN ISSN CIP DOI No NO Tel TEL Fax FAX'),
  // Information technology and new media.
  ...words(
    'AI AIGC AR VR MR XR IT ICT IP URL ICP CA SSL TLS HTTP HTTPS FTP HTML CSS XML JSON API SDK SQL DNS CDN VPN IDC',
  ),
  ...words('SaaS PaaS IaaS IoT NB-IoT LoRa RFID NFC GPS BDS RTK GIS BIM CIM CAD OCR RPA LLM SCADA DCS PLC MES ERP CRM'),
  ...words('OA ETC ATM POS EMS LED LCD CPU GPU RAM SSD USB UPS SIM WLAN WAP RSS PDF OFD WPS PPT TXT CSV ZIP RAR'),
  ...words('Word Excel PowerPoint DOC DOCX XLS XLSX JPG JPEG PNG GIF FM AM CCTV IPTV HD UHD VCR KTV DIY MCN OTA'),
  // Environment, energy, medicine.
  ...words('COD BOD TOC TN TP SS VOC VOCs TSP AQI NOx EC TDS ODS CCER CCUS LNG CNG LPG PVC PE PP PPR PET HDPE SUV BRT'),
  ...words('DNA RNA CT MRI ICU CPR AED PCR HIV AIDS HPV BMI ISP PH pH'),
  // Programs and brands that are written in Latin letters in Chinese prose.
  ...words('Windows Linux Android iOS HarmonyOS Chrome Firefox Edge IE Adobe Oracle MySQL Java Python UNIX Microsoft'),
  ...words('ChatGPT DeepSeek Kimi Bilibili bilibili UKey UKEY Ukey USBKey USBKEY'),
]);

/** Any spelling: App, APP and app mean the same. Lower-case. */
export const ANY_CASE_TERMS: ReadonlySet<string> = new Set([
  ...words('app apps qq wifi wi-fi e-mail email pdf ppt wps ofd vr gis gdp led vcr ktv'),
  // Endings of file names.
  ...words('doc docx xls xlsx pptx txt csv zip rar jpg jpeg png gif htm html'),
]);

/** `EXACT_TERMS` and `ANY_CASE_TERMS` together, for listings. */
export const ALLOWED_TERMS: ReadonlySet<string> = new Set([...EXACT_TERMS, ...ANY_CASE_TERMS]);

export const isAllowedTerm = (word: string): boolean => {
  const plain = word.normalize('NFKC');
  return EXACT_TERMS.has(plain) || ANY_CASE_TERMS.has(plain.toLowerCase());
};

/**
 * Symbols of measure, without exponents. Case matters (mW, MW), but KM, KG and KW are so common in drafts that they
 * pass too. Many are ordinary letters (t, d, min): only after a number do they stand for a unit.
 */
export const UNITS: ReadonlySet<string> = new Set([
  ...words('km m dm cm mm μm µm um nm KM Km hm ha'),
  ...words('t kg g mg μg µg ug ng KG Kg L l mL ml ML dL'),
  ...words('s ms min h d a Hz kHz MHz GHz rpm'),
  ...words('W kW MW GW KW Kw Wh kWh KWh KWH MWh GWh Wp kWp MWp VA kVA KVA MVA V kV KV mV A mA Ah mAh Ω kΩ var kvar'),
  ...words('J kJ MJ GJ cal kcal N kN Pa kPa KPa MPa Mpa bar K ℃ °C °F mol mmol cd lx lm dB dBm Bq Sv mSv NTU'),
  ...words('bit bps kbps Mbps Gbps B KB kB MB GB TB PB Kb Mb Gb Tb dpi px fps ppm ppb DN PN pH'),
  ...words('kn nmi tce kgce dB(A)'),
]);

/** A unit or a quotient or product of units: m², mg/L, m³/d, kW·h. */
export function isUnit(expression: string): boolean {
  const symbols = expression.split(/[/·⋅*]/);
  return symbols.every((symbol) => UNITS.has(symbol) || UNITS.has(symbol.replace(/[²³23]$/, '')));
}
