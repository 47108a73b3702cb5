extension LanguageTable {
    /// Swahili as it is spoken in East Africa. Most of its negation is inside the verb, where no list finds it.
    static let swahili = LanguageTable(
        hardWords: WordList([
            "husika": "", "idhinisha": "kubali", "kuidhinisha": "kukubali", "kutekeleza": "kufanya",
            "kuthibitisha": "kuonyesha", "kuwasilisha": "kutuma", "kwa mujibu wa": "kwa", "mnufaika": "anayepata",
            "mwombaji": "wewe", "stahiki": "haki", "tajwa": "", "tekeleza": "fanya", "thibitisha": "onyesha",
            "wanufaika": "wanaopata", "wasilisha": "tuma",
        ]),
        blamingWords: WordList([
            "batili", "hairuhusiwi", "haikubaliki", "halikubaliki", "haramu", "imekataliwa", "imeshindikana", "kosa",
            "makosa", "marufuku", "si sahihi", "sio sahihi", "umekosea", "umeshindwa",
        ]),
        screenWords: WordList([
            "bofya": "jibu", "gusa": "jibu", "kiungo": "", "telezesha": "", "tovuti": "", "ukurasa wa wavuti": "",
        ]),
        keyWords: WordList(
            Dictionary(
                (0...9).map { ("bonyeza \($0)", "jibu \($0)") } + [
                    ("bonyeza kitufe", "jibu"), ("bonyeza namba", "jibu"),
                ]
            ) { first, _ in first }),
        negations: WordList(["bila", "hakuna", "hapana", "kamwe", "si", "sio", "siyo"]),
        numberWords: WordList([
            "mbili": "2", "tatu": "3", "nne": "4", "tano": "5", "sita": "6", "saba": "7", "nane": "8", "tisa": "9",
            "kumi": "10", "ishirini": "20", "thelathini": "30", "arobaini": "40", "hamsini": "50", "sitini": "60",
            "sabini": "70", "themanini": "80", "tisini": "90", "mia": "100", "elfu": "1 000", "wawili": "2",
            "watatu": "3", "wanne": "4", "watano": "5", "mawili": "2", "matatu": "3", "manne": "4", "matano": "5",
            "miwili": "2", "mitatu": "3", "minne": "4", "mitano": "5",
        ]),
        shorthand: WordList(["k.m": "kwa mfano", "k.v": "kama", "mf": "mfano", "n.k": "", "tafadh": "tafadhali"]),
        knownLetters: lettersKnownEverywhere,
        otherWords: WordList([
            "hakuna", "jingine", "kingine", "mengine", "mwingine", "nyingine", "sijui", "sina uhakika", "zingine",
        ]),
        freeWords: WordList(["ada", "bei", "bila malipo", "bure", "gharama", "hulipi"]),
        exampleWords: WordList(["kama", "kwa mfano", "mfano"])
    )
}
