"""The words by which names of authorities and bodies are told apart, in the languages in which lists come. Declared, not guessed."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The words before a name, as they are after folding, and the level that they tell. Longer ones are tried first.
BEFORE = {
    "municipality": (
        "gmina miasta|urzad m st|hlavne mesto sr|magistrat der landeshauptstadt|stolichna obshtina|столична община|городска община|city and county of"
        "|capital city of|capital of|administration communale|commune de|administracion municipal|urzad miasta i gminy|city council of|town council of"
        "|municipal council of|city hall of|the city of|city of|city|town of|municipality of|municipality|municipal authority of|local authority of"
        "|village of|ville|municipalite|commune|mairie|comune|citta|roma capitale|municipio|excmo ayuntamiento|excelentisimo ayuntamiento|ayuntamiento"
        "|ajuntament|ciudad|concello|concejo|camara municipal|cidade|stadtgemeinde|stadtverwaltung|stadt|landeshauptstadt|freie und hansestadt"
        "|freie hansestadt|hansestadt|universitatsstadt|bundeshauptstadt|bundesstadt|kreisfreie stadt|magistrat der stadt|magistrat|marktgemeinde"
        "|gemeinde|gemeente|stad|wissenschaftsstadt|klingenstadt|stadt der|miasto stoleczne|miasto st|m st|miasto|gmina miejska|gmina miasto|gmina"
        "|urzad miasta|urzad miejski|statutarni mesto|hlavni mesto|hlavne mesto|mesto|obec|mestna obcina|obcina|grad|opcina|opstina|municipiul"
        "|primaria municipiului|primaria orasului|primaria|orasul|comuna|dimos|demos|δημος|obstina|obshtina|община|град|bashkia|komuna"
    ),
    "city_district": (
        "london borough of|royal borough of|borough of|bezirksamt|bezirk|primaria sectorului|sectorul|sector|mestska cast|mestna cetrt|mestsky obvod"
        "|stadtbezirk|district municipality of|stadsdeel"
    ),
    "metropolitan": (
        "eurometropole|metropole|metropolitan city of|metropolitan area of|citta metropolitana|area metropolitana|communaute urbaine"
        "|communaute d agglomeration|urban community of|greater city of|combined authority of|metropolis of|gornoslasko zaglebiowska metropolia"
    ),
    "county": "county council of|county of|landkreis|kreis|judetul|consiliul judetean|powiat|zupanija|departement|conseil departemental|conseil general",
    "province": (
        "provincial council of|provincial government of|provincial deputation of|autonomous province of|province of|provincia autonoma"
        "|amministrazione provinciale|provincia|diputacion provincial|diputacion foral|diputacion|diputacio provincial|diputacio|deputacion provincial"
        "|deputacion|cabildo insular|cabildo|provincie|provinz|province|autonome provinz"
    ),
    "region": (
        "regional council of|regional government of|region of|autonomous region of|autonomous community of|regione autonoma|regione|conseil regional"
        "|region|comunidad autonoma|comunidad foral|comunidad|junta|generalitat|xunta|wojewodztwo|voivodeship of|marshal office of"
        "|urzad marszalkowski wojewodztwa|marshal s office of|governo regional|periferia|περιφερεια"
    ),
    "state": "land|bundesland|freistaat|free state of|federal state of|state of|canton of|canton|kanton",
}  # fmt: skip
# The words after a name.
AFTER = {
    "municipality": (
        "local council|city and county council|city county council|city and county|metropolitan municipality|city council|town council"
        "|municipal council|borough council|district council|metropolitan borough council|city hall|municipality|municipal authority|city|town"
        "|urban municipality|local authority|kommune|kommun|stad|stads|kaupunki|kunta|city municipality|megyei jogu varos onkormanyzata"
        "|varos onkormanyzata|onkormanyzata|megyei jogu varos|varos|fovaros onkormanyzata|fovarosi onkormanyzat|fovaros|kozseg onkormanyzata|nagykozseg"
        "|kozseg|onkormanyzat|miesto savivaldybe|savivaldybe|city municipality council|linnavalitsus|linn|pasvaldiba|pilsetas dome|dome"
        "|buyuksehir belediyesi|belediyesi|hlavni mesto|municipality council|gemeente|stadt|ville|by"
    ),
    "city_district": "london borough council|city district|borough|stadsdel|stadsdelsforvaltning",
    "metropolitan": "metropole|metropolitan area|metropolitan city|metropolitan authority|urban community|combined authority|agglomeration",
    "county": (
        "county council|county|lan|fylkeskommune|fylke|megye|megyei onkormanyzat|maakond|apskritis|zupanija|powiat|kreis|landkreis|department"
        "|departement|rayon|raion|rajon"
    ),
    "province": "provincial council|province|provinsi|provincie|provinz",
    "region": (
        "regional council|regional authority|regional administration|region|voivodeship|regional government|samospravny kraj|kraj|capital region"
        "|wojewodztwo|autonomous region"
    ),
    "state": "kanton|canton|federal state",
}  # fmt: skip

# Small words between what tells the level and the name. Those that hold an article stand for it: Ville du Havre, Le Havre.
PREPOSITIONS = _words("of de del della dello delle dei degli di d da do dos das du des van von der")
HOLD_ARTICLE = {
    "du": ("le",), "des": ("les",), "del": ("el", "il"), "della": ("la",), "dello": ("lo",), "delle": ("le",), "dei": ("i",), "degli": ("gli",),
    "do": ("o",), "da": ("a",), "dos": ("os",), "das": ("as",), "der": ("die",),
}  # fmt: skip
ARTICLES = _words("la le les los las el l il lo i gli o a os as die der das het de")
# What may stand after a name and says nothing of the level.
EMPTY = _words("council administration government authority authorities capitale capital")
SAME_WORD = {"st": "saint", "sankt": "saint", "sint": "saint", "ste": "sainte"}
# Of these a county is often called a province and the other way round; so are regions and states.
TIERS = {"county": "middle", "province": "middle", "region": "upper", "state": "upper"}
# Cities that are a state or region of their own: the city is not another authority.
CITY_STATES = {
    ("DE", "berlin"), ("DE", "hamburg"), ("DE", "bremen"), ("AT", "vienna"), ("CZ", "prague"), ("SK", "bratislava"), ("HU", "budapest"),
    ("RO", "bucharest"), ("NO", "oslo"), ("EE", "tallinn"), ("LV", "riga"), ("ES", "ceuta"), ("ES", "melilla"), ("CH", "basel"),
}  # fmt: skip
# Parts of states that have codes as countries have, and that are no states.
TERRITORIES = _words("AI AS AW AX BL BM BQ CC CW CX FK FO GF GG GI GL GP GU HK IM IO JE KY MF MO MP MQ MS NC NF PF PM PN PR RE SH SJ SX TC TK VG VI WF YT")
# Names that say the country of a row, and that are those of a part of it.
PARTS_OF_STATES = ("england", "angleterre", "scotland", "wales", "northern ireland")
# Cities of which the main name in ``exonyms.csv`` is not the one by which English usually calls them.
IN_ENGLISH = {
    ("BE", "brugge"): "Bruges", ("BE", "gent"): "Ghent", ("CH", "luzern"): "Lucerne", ("DE", "koln"): "Cologne", ("DK", "arhus"): "Aarhus",
    ("ES", "sevilla"): "Seville", ("GR", "rodos"): "Rhodes", ("IT", "siracusa"): "Syracuse",
}  # fmt: skip
# Words that make a name that of a body, not of an authority, and the kind of body.
_BODIES = {
    "university": (
        "университет|πανεπιστημιο|panepistimio|sveuciliste|univerza|egyetem|yliopisto|ulikool|universitatea|universiteti|universitas|university"
        "|universitat|universite|universidad|universita|universiteit|universitet|universidade|uniwersytet|univerzita|hogeschool|hochschule"
    ),
    "research": "институт|ινστιτουτο|institute|institut|instituto|istituto",
    "foundation": "фондация|foundation|fondation|fundacion|fondazione|stiftung|fundacja|stichting|fundatia",
    "association": (
        "association|svaz|zwiazek|liit|liitto|kuntaliitto|landsforening|savieniba|asociacija|associacao|assocjazzjoni|szovetsege|stadtebund"
        "|landkreistag|samband|zveza|savez|associazione|asociacion|verein|egyesulet|szovetseg|udruga|sdruzeni|spolek|zdruzenie|zdruzenje|asociatia"
        "|stowarzyszenie|vereniging|forening|biedriba|asbl|vzw|federation|federazione|federacion|verband|konsortium|consortium|consorzio|stadteverband"
        "|stadtetag|gemeindebund"
    ),
    "NGO": "ngo|caritas|ong|onlus|diakonie|сдружение",
    "agency": "agency|agence|agencia|agenzia|agentur|agencija|agentura|agencja",
    "company": "ltd|ood|eood|оод|еоод|kft|zrt|gmbh|srl|limited|plc|societa|llc|holding|sarl",
    "national_authority": "министерство|υπουργειο|ministerstvo|ministerstwo|ministry|ministere|ministerio|ministero|ministerium",
    "other": "secretariat|sekretariat|secretaria|museum|musee|museo|library|theatre|school|chamber",
}  # fmt: skip
# What makes two names of one form two: East Flanders, West Flanders.
DIRECTIONS = _words(
    "north south east west northern southern eastern western upper lower nord sud est ouest nordre sondre ost oost noord zuid norte sur este oeste sul"
    " leste haut haute bas basse ober unter nieder neder boven opper polnoc poludnie vychod zapad sever jih superiore inferiore alta bassa alto basso"
    " central inner outer nova stara gornji donji veliki mali velika mala nagy kis"
)
BODY_WORDS = {word: kind for kind, words in _BODIES.items() for word in words.split("|")}
# The form of a body in its name, as it is written (Spa and La Unión are towns).
FORMS = {
    # Two letters without stops are signs of provinces: Mioveni AG, Eboli SA.
    "company": re.compile(r"\s(S\.? ?p\.? ?A|S\.? ?r\.? ?l|S\. ?A|S\. ?L|S\.?A\.?S|ApS|B\.V|N\.V|EAD|ЕАД|d\. ?o\. ?o|s\. ?r\. ?o|a\.s|sp\. z o\.? ?o|Inc)\.?$"),
    "association": re.compile(r"\s(e\. ?V|o\. ?p\. ?s|z\. ?s)\.?$|\b[Uu]nion (of|des) "),
}
# Around a town of Poland lies a commune of the same name, an authority of its own.
TOWN_OF_POLAND = re.compile(r"(miasto|gmina miejska|gmina miasto|gmina miasta|urzad miasta|urzad miejski)\b")
COMMUNE_OF_POLAND = re.compile(r"(gmina wiejska|gmina|urzad gminy)\b(?! (miejska|miasto|miasta)\b)")
