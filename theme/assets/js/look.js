/**
 * A look at what a person has written, before it goes to others: what in it may name or identify somebody.
 *
 * Careful rather than clever: it says what something looks like, finds too much rather than too little, and misses
 * some all the same. What it finds is for a person to judge.
 *
 * @typedef {'name' | 'email' | 'phone' | 'postcode' | 'nhs-number' | 'date'} Kind
 * @typedef {{kind: Kind, found: string}} Sign
 */

/** More of one text would only be more of the same. */
const MOST = 12;

/** Of a text as long as a book, the beginning is enough to say that it should be read. */
const LONGEST = 50_000;

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}';
const WORD = "\\p{Lu}[\\p{L}\\p{M}'’-]{1,30}";

/** First names that are hardly anything else. Those of words, months and places (Grace, April, Paris) are left out. */
const FIRST_NAMES = `
  aaron abdul abdullah abigail adam adele agnieszka ahmed aidan aisha alan alex alexander alexandra ali alice alison
  amanda amelia amina amy ana andrea andrew angela anita anna anne annie anthony ayesha barbara ben benjamin beth
  bethany brenda brian bridget callum cameron carol caroline catherine catriona charlie charlotte chloe chris christina
  christine christopher claire clare colin connor craig daniel danielle darren david deborah debbie denise diane donna
  dylan eilidh elaine eleanor elena elizabeth ella ellen ellie emily emma eric erin ethan eva evie ewan fatima fiona
  freya gareth gary gemma george georgia gillian gordon graham hannah harriet harry heather helen henry hugh
  ian ibrahim imran isaac isabella isla jacob jack jacqueline james jamie jane janet jason jean jennifer jenny jessica
  joanne joe john jonathan joseph joshua julia julie karen kate katherine kathryn katie kayleigh keith kelly kerry
  kevin khadija kieran kirsty laura lauren leah lesley lewis liam linda lisa liz louise lucy luke lynn maria mariam
  margaret martin mary maryam matthew megan mia michael michelle mohamed mohammad mohammed molly muhammad naomi natalie
  natasha neil niamh nicholas nicola nigel noah oliver olivia omar oscar owen pamela patricia paul pauline peter philip
  phoebe priya rachel rebecca rhys richard robert rohan rory ruth ryan samantha samuel sandra sarah sean shannon sharon
  sheila sian simon siobhan sophia sophie stephanie stephen steven stuart susan suzanne tariq thomas timothy toby tracey
  tracy valerie vanessa victoria wendy william yasmin yusuf zainab zara zoe
`;

/** @type {{kind: Kind, pattern: RegExp, holds?: (found: string) => boolean}[]} */
const SIGNS = [
  { kind: 'email', pattern: /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,4}/gu },
  { kind: 'nhs-number', pattern: /(?<![\d.])\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g, holds: isNhsNumber },
  { kind: 'phone', pattern: /(?<![\d.])(?:\+|00|\(?0)[\d() .-]{8,20}\d/g, holds: hasDigits(10, 15) },
  { kind: 'postcode', pattern: /(?<![A-Z\d])(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})(?![A-Z\d])/gi },
  { kind: 'date', pattern: /(?<!\d)\d{1,2}([./ -])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/g },
  { kind: 'date', pattern: /(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}(?!\d)/g },
  { kind: 'date', pattern: new RegExp(`(?<!\\d)\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? (?:\\d{4}|['’]?\\d{2})(?!\\d)`, 'gi') },
  { kind: 'date', pattern: new RegExp(`(?<!\\p{L})${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}(?!\\d)`, 'giu') },
  {
    kind: 'name',
    pattern: new RegExp(`(?<!\\p{L})(?:Dr|Mr|Mrs|Ms|Miss|Mx|Prof|Professor|Sister|Nurse|Midwife|Baby)\\.? ${WORD}(?: ${WORD})?`, 'gu'),
  },
  { kind: 'name', pattern: new RegExp(`(?<!\\p{L})(?:named|called) ${WORD}`, 'gu') },
  { kind: 'name', pattern: new RegExp(`(?<!\\p{L})\\p{Lu}\\. ?${WORD}`, 'gu') },
  {
    kind: 'name',
    pattern: new RegExp(`(?<!\\p{L})(?:${FIRST_NAMES.trim().split(/\s+/).map(capitalised).join('|')})(?![\\p{L}-])(?: ${WORD})?`, 'gu'),
  },
];

/**
 * What a text may give away, in the order of the kinds.
 * @param {string} text
 * @returns {Sign[]}
 */
export function signsIn(text) {
  /** @type {Map<string, Sign>} */
  const signs = new Map();
  /** What was taken for one thing is not taken for another as well. */
  let rest = text.slice(0, LONGEST);
  for (const { kind, pattern, holds = () => true } of SIGNS) {
    rest = rest.replace(pattern, (match) => {
      const found = match.trim();
      if (!holds(found)) return match;
      if (signs.size < MOST) signs.set(`${kind} ${found}`, { kind, found });
      return ' ¦ ';
    });
  }
  return [...signs.values()];
}

/**
 * Ten digits grouped as the NHS does; run together, only with the right check digit.
 * @param {string} found
 */
function isNhsNumber(found) {
  const digits = [...found.replace(/\D/g, '')].map(Number);
  if (digits.length !== 10) return false;
  if (/^\d{3}[ -]\d{3}[ -]\d{4}$/.test(found) && digits[0] !== 0) return true;
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return digits[0] !== 0 && (11 - (sum % 11)) % 11 === digits[9];
}

/**
 * @param {number} least
 * @param {number} most
 */
function hasDigits(least, most) {
  return (/** @type {string} */ found) => {
    const { length } = found.replace(/\D/g, '');
    return length >= least && length <= most;
  };
}

/** @param {string} name */
function capitalised(name) {
  return name[0].toUpperCase() + name.slice(1);
}
