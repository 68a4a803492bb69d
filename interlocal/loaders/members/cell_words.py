"""The words of cells of status and kind in lists of members, in the languages in which lists come, as they are after folding. Declared, not guessed."""

from __future__ import annotations

FORMER = (
    "former|formerly|ancien|ancienne|ancien membre|ehemalig|ehemaliges|ehemalige|ehemaliger|ex|exmitglied|left|withdrawn|withdrew|resigned|antiguo"
    "|antigua|exmiembro|voormalig|tidigare|tidligere|byly|byla|bivsi|fost|past|ended|terminated|expired|ausgetreten|cessato|ex socio|entinen|oud"
    "|oud lid|uitgetreden|retire|sorti|demissionnaire|exclu|excluded|expelled|baja|recesso|receduto|volt tag|volt|wystapil|no longer"
    "|not a member anymore|resigned member|discontinued|ausgeschieden|cessata|dimesso|dimessa|dimissionario|dimisionario|opgezegd|gewezen|eronnut"
    "|uttradd|uttratt|udtradt|udmeldt|utmeldt|byvaly|byvala|byvale|nekdanji|nekdanja|antigo|antiga|saiu|retras|retrasa|endine|bijusais|bijusi|buves"
    "|buvusi|πρωην|бивш|бивша"
)
CANDIDATE = "candidate|applicant|prospective|pending|kandidat|candidat|candidato|invited|applied|aspirant|candidata|kandydat|ehdokas|jelolt|aspirante|hakija"
# Who steers the network or speaks for it: a plain member on the list, with an office.
STEERING = (
    "steering committee|steering group|steering body|steering board|steering|board|board member|executive board|executive committee|executive bureau"
    "|management committee|management board|governing board|coordination group|coordination committee|coordinating committee|presidency|presiding"
    "|president|vice president|vice presidency|presidium|chair|co chair|vice chair|deputy chair|chair person|chairing|chairmanship|chairperson|chairman"
    "|chairwoman|political bureau|vorsitz|vorsitzend|vorsitzende|vorsitzender|vorsitzendes|prasidium|prasident|prasidentschaft|vizeprasident|vorstand"
    "|vorstandsmitglied|lenkungsausschuss|lenkungskreis|lenkungsgruppe|steuerungsgruppe|steuerungskreis|sprecherrat|stellvertretender vorsitz"
    "|comite de pilotage|comite directeur|comite executif|groupe de pilotage|conseil d administration|presidence|presidente|vice presidence"
    "|vice presidente|copresidence|bureau executif|comitato direttivo|comitato esecutivo|comitato di pilotaggio|comitato di coordinamento"
    "|consiglio direttivo|cabina di regia|direttivo|presidenza|vicepresidenza|vicepresidente|ufficio di presidenza|presidencia|vicepresidencia"
    "|vice presidencia|junta directiva|comite de direccion|comite directivo|comite ejecutivo|comision ejecutiva|consejo directivo|presidenta"
    "|vicepresidenta|conselho diretivo|comissao executiva|comite de direcao|direcao|stuurgroep|bestuur|bestuurslid|dagelijks bestuur|voorzitter"
    "|voorzitterschap|vice voorzitter|stuurcomite|styrgrupp|styrelse|styrelsemedlem|ordforande|ordforandeskap|vice ordforande|styregruppe|styregruppen"
    "|bestyrelse|bestyrelsesmedlem|formand|formandskab|naestformand|styremedlem|styringsgruppe|styreleder|hallitus|hallituksen jasen|ohjausryhma"
    "|ohjausryhman jasen|puheenjohtaja|puheenjohtajuus|varapuheenjohtaja|prezydencja|przewodnictwo|przewodniczacy|przewodniczaca|zarzad|czlonek zarzadu"
    "|komitet sterujacy|grupa sterujaca|prezydium|predsednictvi|predseda|mistopredseda|ridici vybor|ridici skupina|predstavenstvo|predsednictvo"
    "|podpredseda|riadiaci vybor|elnokseg|elnoksegi tag|elnok|alelnok|iranyito bizottsag|vezetoseg|presedinte|presedintie|vicepresedinte"
    "|comitet director|comitet de coordonare|consiliu director|predsjednistvo|predsjedavanje|predsjedatelj|upravni odbor|upravljacki odbor"
    "|nadzorni odbor|predsednistvo|predsedovanje|predsednik|usmerjevalni odbor|predsjednik|προεδροσ|προεδρια|αντιπροεδροσ|διοικητικο συμβουλιο"
    "|συντονιστικη επιτροπη|председател|председателство|управителен съвет|juhatus|juhatuse liige|juhtkomitee|juhtruhm|eesistuja|esimees"
    "|vadibas komiteja|priekssedetajs|valdes loceklis|valdyba|valdybos narys|pirmininkas|pirmininkaujantis"
)
# One English word for each role, and how lists print it.
ROLES = {
    "observer": (
        "observers|beobachtende|observadores|osservatori|observer|observateur|observatrice|beobachter|osservatore|observador|waarnemer|observator"
        "|obserwator|beobachterin|megfigyelo|observateurs|observadora|beobachtendes|beobachtender|osservatrice|observadoras|tarkkailija|tarkkailijajasen"
        "|tarkkailijat|pozorovatel|pozorovatelia|promatrac|posmatrac|opazovalec|opazovalka|vaatleja|noverotajs|stebetojas|παρατηρητησ|наблюдател|osservatur"
        "|observatorer|waarnemend|waarnemers|obserwatorzy|gozlemci|observatoare|beobachterstatus"
    ),
    "associate": (
        "associes|associees|associati|asociados|associates|associate|associated|associe|assoziiert|assoziierte|assoziierter|assoziiertes|asociado|associato"
        "|geassocieerd|asociada|associata|associee|associada|geassocieerde|stowarzyszony|asociat|associados|associated partner|associerad|associerat"
        "|associeret|assosiert|pridruzeny|pridruzena|pridruzene|pridruzeni|pridruzen|asociovany|asociovane|tarsult|stowarzyszona|stowarzyszone|asociata"
        "|asociatul|liitannaisjasen|liitannainen|συνδεδεμενο|асоцииран|асоциирана|assotsieerunud|asociuotas|asociuota|asocietais|asocieta"
    ),
    "lead partner": (
        "lead partner|lead|leader|chef de file|capofila|leadpartner|jefe de fila|lider|vedouci partner|vezeto partner|partner wiodacy|partener lider"
        "|paapartneri"
    ),
    "partner": (
        "partners|partner|partenaire|partenariat|partenaires|parceiro|parceira|parceiros|partneri|partnerzy|partener|parteneri|partnere|kumppani"
        "|yhteistyokumppani|εταιροσ|партньор|partneris|partneriai"
    ),
    "coordinator": (
        "coordinator|koordinator|koordinatorin|coordinateur|coordinatrice|coordinatore|coordinador|coordinadora|coordenador|coordenadora|koordynator"
        "|koordinaator|koordinaattori|koordinators|koordinatorius|συντονιστησ|координатор"
    ),
    "affiliate": "affiliates|affiliate|affiliated",
    "honorary": (
        "honorary|ehrenmitglied|membre d honneur|erelid|onorario|honorario|honoraire|honorowy|honorowa|cestny|cestna|cestne|pocasni|pocasna|castni"
        "|tiszteletbeli|kunniajasen|hedersmedlem|aeresmedlem|onoare|onorific|onoraria|honoraria|επιτιμο|почетен|auliige|goda biedrs|garbes narys"
    ),
    "founder": (
        "founding|founder|fondateur|grundungsmitglied|fondatrice|fondateurs|fondatore|fondatori|fundador|fundadora|fundadores|grundungsstadt|grunder"
        "|zalozyciel|zalozycielski|zakladatel|zakladajici|zakladajuci|alapito|alapito tag|fondator|fondatoare|perustajajasen|perustaja|oprichter|stichtend"
        "|osnivac|osnivacica|ustanovni|ustanovitelj|stiftende|ιδρυτικο|основател|asutajaliige|dibinatajs|steigejas"
    ),
    "supporting": (
        "supporting|sostenitore|wspierajacy|fordermitglied|supporter|fordernd|forderndes|fordermitglieder|soutien|bienfaiteur|sostenitrice|kannatusjasen"
        "|kannattajajasen|stodmedlem|stottemedlem|steunend|partolo|wspierajaca|podporujici|podporni|sustinator|toetajaliige"
    ),
    "cooperating": "cooperating",
    "corresponding": "korrespondierend|korrespondierendes|corresponding|correspondant|corrispondente|corresponsal|korrespondierender",
    "extraordinary": "ausserordentlich|ausserordentliches|ausserordentlicher|extraordinary|extraordinario|extraordinaria|straordinario|nadzwyczajny",
    "guest": (
        "gast|gastmitglied|invite|guest|invitado|invitada|invitee|ospite|convidado|convidada|gosc|vieras|gjest|gaest|vendeg|oaspete|invitat|invitato|gost"
        "|гост|kulaline"
    ),
    "suspended": (
        "suspended|suspendu|suspendue|suspendido|suspendida|sospeso|sospesa|geschorst|zawieszony|zawieszona|suspendat|felfuggesztett|ausgesetzt|suspenso"
        "|suspensa"
    ),
    "inactive": (
        "ruhend|ruht|on hold|dormant|inactive|inactif|inattivo|inattiva|inactivo|inactiva|inaktiv|inaktivt|inativo|inactief|nieaktywny|neaktivni|neaktivny"
        "|neaktivan|inaktiv tag|ei aktiivinen"
    ),
    "sympathising": "sympathising",
    "subscriber": "subscriber",
    "adherent": "adherent",
}
# What a plain member is called, and the marks by which lists say that it is one.
MEMBER_NOUNS = (
    "member|members|full|full member|membre|membres|membre effectif|mitglied|mitglieder|vollmitglied|ordinary|ordentliches|ordentliche|ordentlicher"
    "|socio|socia|soci|membro|membri|lid|gewoon lid|gewoon|leden|medlem|medlemmar|medlemmer|czlonek|czlonkowie|miembro|miembros|effective|effectif"
    "|titulaire|current member|member city|member cities|clen|clenove|clenovia|clan|clanica|clani|clanovi|membru|tag|rendes tag|tagok|mitgliedsstadt"
    "|ville membre|adherente|aderente|effettivo|ordinario|ordinaria|jasen|jasenet|varsinainen|varsinainen jasen|taysjasen|liige|biedrs|narys|membros"
    "|μελοσ|τακτικο μελοσ|член|zwyczajny|uye|fuldgyldig|fullvardig|volwaardig|efectivo|efetivo|de pleno derecho"
)
MEMBER_MARKS = "active|yes|oui|ja|si|tak|current|published|aktiv|actif|attivo|activo|aktywny|approved|signed|confirmed|participant|participating|x|v"
LEVELS = {
    "municipality": (
        "municipalities|stadte|villes|comuni|gemeinden|communes|city|cities|town|municipality|municipal|commune|ville|stadt|gemeinde|comune|citta"
        "|ayuntamiento|ciudad|municipio|gemeente|stad|kommune|kommun|miasto|gmina|mesto|obec|village|city council|urban municipality|urban area|dimos|δημος"
        "|camara municipal|concello|oras|varos|kaupunki|municipalite|grosstadt|lau|obshtina|opcina|obcina|municipiu|primaria|urzad miasta|town council"
        "|comuna|kunta"
    ),
    "city_district": "district|city district|borough|arrondissement|bezirk|stadtbezirk|quartier|stadsdeel|stadsdel",
    "metropolitan": (
        "metropolitan|metropolis|metropole|metropolitan area|metropolitan city|metropolitan region|agglomeration|communaute urbaine|citta metropolitana"
        "|intermunicipality|intermunicipal|communaute d agglomeration|communaute de communes|eurocity|intercommunality"
    ),
    "county": "counties|landkreise|county|county council|landkreis|kreis|lan|fylke|megye|judet|powiat|zupanija",
    "province": (
        "provinces|provincias|departements|province|provincial|provincia|cabildo|diputacion|diputacio|deputacion|provincie|provinz|departement|department"
        "|provincial council"
    ),
    "region": (
        "regions|regioni|regionen|regiones|region|regional|regione|regional authority|regional government|regional council|comunidad autonoma"
        "|autonomous community|voivodeship|wojewodztwo|kraj|regiune|regional public authority|comunidad|periferia|maakunta"
    ),
    "state": "land|bundesland|federal state|canton|kanton|state",
}
# Authorities of which the word does not tell the level.
AUTHORITIES = (
    "local authority|local government|lra|local and regional authority|public authority|authority|collectivite|local public authority"
    "|collectivite territoriale|ente locale|gebietskorperschaft"
)
KINDS = {
    "university": "university|universite|universitat|universidad|universita|higher education|hes|academia|academic",
    "research": "research|research centre|research institute|rec|think tank",
    "NGO": "ngo|ong|civil society|non profit|nonprofit|charity|cso",
    "foundation": "foundation|fondation|stiftung",
    "association": (
        "associations|asociacion|associazione|stowarzyszenie|vereniging|verein|federacion|federazione|unione di comuni|association|verband|network"
        "|federation|national association|association of cities|union|association of municipalities"
    ),
    "company": "company|business|private|enterprise|sme|firm|prc|industry",
    "agency": "agency|agence|development agency",
    "national_authority": "ministry|national authority|government|national government|national public authority",
    "eu_institution": "eu institution",
    "igo": "international organisation|international organization|igo",
    "trade_union": "trade union",
    "other": "other|organisation|organization|autre|sonstige",
}
PERSONS = "individual|person|individual member|expert|private person|einzelperson|personne"
# Words that stand beside these in a heading: "Associate members", "Former member cities".
BESIDE = "and|und|et|e|y|cities|towns|networks|stadte|villes|members|membres|mitglieder|list|of|the"
