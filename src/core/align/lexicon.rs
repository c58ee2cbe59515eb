//! What English news words weigh and which of them mean the same: written for this program, small on purpose.
//!
//! A language that is not in here loses nothing but this help: its words are compared as they stand, weighed by how rare
//! they are in the articles at hand.

/// Words that carry no content of their own. Single letters need no entry.
pub const FUNCTION: &str = "\
    about above across after again against all almost along already also although always am amid among an and another any are
    around as at away back be because been before being behind below between both but by can cannot could did do does doing
    done down during each either else enough etc even ever every few for from further had has have having he her here hers
    herself him himself his how however if in into is it its itself just least less let like may me meanwhile might more
    most much must my near neither nor not now of off often on once one only onto or other others our ours out over own
    per perhaps quite rather re same shall she should since so some soon still such than that the their theirs them
    themselves then there these they this those though through thus to together too toward towards under until unto up
    upon us very via was we were what when where whether which while who whom whose why will with within without would
    yet you your yours";

/// Words that stand in most news and tell little: reporting, time, and the vocabulary of newspapers.
pub const COMMON: &str = "\
    according add added adding account ago announce announced available begin beginning begun bring brought call called
    came case come comes coming current currently day days early expect expected far find found full gave get give given
    go goes going gone good got great group high hour hours include included includes including issue issues keep kept know
    known large last late later latest lead leave left little long look made main major make makes making man many matter mean
    means meet men minute minutes month months morning move moved nearly need new news next night number numbers old open
    part past people person place plan plans point press previously put read recent recently remain remained report reported
    reporter reporters reportedly right said same saw say saying says see seek seen set several show showed shown sign
    significant small someone something spokesman spokeswoman start started state stated statement statements take taken
    takes taking tell thing things think thought time times told today tomorrow took total turn turned use used using way
    week weekend weeks well went woman women word words work world year years yesterday afternoon evening tonight
    subscribe newsletter share photo image copyright getty reuters email comments reply advertisement";

/// Groups of words each of which may stand for the others, as far as news goes. A word stands in one group only; a pair of
/// words is joined by a hyphen.
pub fn groups() -> impl Iterator<Item = &'static str> {
    let lines = include_str!("synonyms.txt").lines();
    lines.filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Groups that say the opposite of each other, by one word of each.
pub const OPPOSITES: &[(&str, &str)] = &[
    ("rise", "fall"),
    ("rise", "reduce"),
    ("lift", "reduce"),
    ("win", "fall"),
    ("approve", "deny"),
    ("agree", "deny"),
    ("criticize", "praise"),
    ("allow", "ban"),
    ("illegal", "legal"),
    ("open", "close"),
    ("start", "end"),
    ("hire", "dismiss"),
    ("buy", "sell"),
    ("success", "fail"),
    ("improve", "worsen"),
    ("uphold", "overturn"),
    ("continue", "stop"),
    ("leave", "return"),
    ("sign", "fail"),
    ("highest", "lowest"),
    ("strong", "weak"),
    ("approve", "overturn"),
];

/// Words that deny what the sentence says.
pub const NEGATIONS: &str = "not no never none nobody nothing neither nor cannot without hardly barely unable";

/// Words for one man and for one woman who were named before.
pub const HE: &str = "he him his himself";
pub const SHE: &str = "she her hers herself";

/// Titles that stand before a name, or for one; those of one line are one and the same role.
pub const ROLES: &[&str] = &[
    "president presidency",
    "vice-president",
    "prime-minister premier pm",
    "minister",
    "secretary",
    "governor gov",
    "mayor",
    "senator sen",
    "chancellor",
    "king",
    "queen",
    "pope",
    "ambassador",
    "justice",
    "judge",
    "chief-executive ceo",
    "chairman chairwoman chair",
    "coach manager",
    "captain",
    "spokesman spokeswoman spokesperson",
    "director",
    "attorney-general",
    "sheriff",
    "striker midfielder defender goalkeeper forward substitute",
    "leader",
    "general gen",
];

/// Names of peoples and what stands for their country, where no ending tells it. The first word of each line stands for
/// all of them; a pair of words is joined by a hyphen. A pair that stands alone is kept apart from the country that its
/// second word would be.
pub const COUNTRIES: &[&str] = &[
    "america american us u.s usa united-states washington",
    "central-america",
    "latin-america",
    "north-america",
    "south-america",
    "britain british uk u.k united-kingdom briton",
    "eu european-union e.u europe european",
    "un united-nations u.n",
    "france french frenchman",
    "germany german",
    "spain spanish spaniard",
    "ireland irish",
    "china chinese beijing",
    "switzerland swiss",
    "netherlands dutch holland",
    "greece greek",
    "turkey turkish",
    "poland polish pole",
    "denmark danish dane",
    "sweden swedish swede",
    "finland finnish finn",
    "scotland scottish",
    "wales welsh",
    "england english",
    "portugal portuguese",
    "thailand thai",
    "philippines filipino philippine",
    "argentina argentine",
    "mexico mexican",
    "ukraine ukrainian kyiv",
    "russia russian moscow kremlin",
    "afghanistan afghan",
    "pakistan pakistani",
    "iraq iraqi",
    "japan japanese tokyo",
    "brazil brazilian",
    "canada canadian",
    "norway norwegian",
    "belgium belgian",
    "peru peruvian",
];
