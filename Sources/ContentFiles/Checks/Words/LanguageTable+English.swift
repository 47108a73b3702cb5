extension LanguageTable {
    /// English.
    static let english = LanguageTable(
        hardWords: WordList([
            "additional": "more", "adjudicate": "decide", "adjudication": "decision", "affidavit": "sworn paper",
            "applicant": "you", "approximately": "about", "ascertain": "find out", "assistance": "help",
            "authenticate": "show who you are", "authentication": "showing who you are", "authorise": "allow",
            "authorize": "allow", "beneficiary": "the person who gets it", "commence": "start",
            "commencement": "start", "compensation": "money", "compliance": "keeping the rules", "comply": "follow",
            "constitute": "be", "deceased": "dead", "deduct": "take off", "designated": "chosen",
            "determine": "decide", "disburse": "pay", "disbursement": "payment", "discontinue": "stop",
            "documentation": "papers", "domicile": "home", "eligibility": "who can get it", "eligible": "you can get",
            "employment": "work", "endeavour": "try", "ensure": "make sure", "entitled": "have a right",
            "entitlement": "right", "expedite": "speed up", "expiry": "end", "facilitate": "help",
            "forthwith": "now", "furnish": "give", "guardian": "the adult who cares for the child",
            "hereby": "", "implement": "do", "in accordance with": "by", "in order to": "to",
            "in respect of": "about", "indicate": "say", "initiate": "start", "input": "type",
            "jurisdiction": "area", "litigation": "court case", "mandatory": "you must", "modify": "change",
            "notify": "tell", "obtain": "get", "plaintiff": "the person who claims", "prior to": "before",
            "provided that": "if", "purchase": "buy", "pursuant to": "by", "regarding": "about",
            "reimburse": "pay back", "reimbursement": "money back", "remittance": "money sent",
            "remuneration": "pay", "requirement": "what you need", "requirements": "what you need",
            "reside": "live", "residing": "living", "select": "choose", "spouse": "husband or wife",
            "statutory": "by law", "submission": "sending", "submit": "send", "subsequent": "later",
            "subsequently": "later", "sufficient": "enough", "terminate": "end", "termination": "end",
            "undertake": "do", "utilise": "use", "utilize": "use", "validate": "check", "verification": "check",
            "verify": "check",
        ]),
        blamingWords: WordList([
            "bad answer": "", "cannot be processed": "", "denied": "", "error": "", "failed": "", "failure": "",
            "forbidden": "", "illegal": "", "inadmissible": "", "incorrect": "", "invalid": "", "mistake": "",
            "not allowed": "", "not valid": "", "rejected": "", "unacceptable": "", "unrecognised": "",
            "unrecognized": "", "wrong": "",
        ]),
        screenWords: WordList([
            "click": "reply with", "clicking": "", "double-click": "", "drop-down": "list", "hyperlink": "",
            "link below": "", "see above": "", "see below": "", "swipe": "", "swiping": "", "tap here": "reply",
            "tap on": "reply with", "tap the": "reply with", "the link": "", "this link": "",
            "touch the screen": "reply",
            "url": "", "web page": "", "webpage": "",
        ]),
        keyWords: WordList(
            Dictionary(
                (0...9).map { ("press \($0)", "reply with \($0)") }
                    + [
                        ("press any", "reply with any"), ("press the button", "reply"), ("press the key", "reply"),
                        ("pressing", "replying with"), ("key in", "send"),
                    ]
            ) { first, _ in first }),
        negations: WordList([
            "aren't", "can't", "cannot", "didn't", "doesn't", "don't", "hasn't", "haven't", "isn't", "never", "no",
            "none", "not", "nothing", "unable", "wasn't", "weren't", "without", "won't",
        ]),
        numberWords: WordList([
            "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
            "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15",
            "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90",
            "hundred": "100", "thousand": "1 000",
        ]),
        shorthand: WordList([
            "a.s.a.p": "soon", "approx": "about", "asap": "as soon as possible", "b4": "before", "dept": "office",
            "docs": "papers", "e.g": "for example", "etc": "", "govt": "government", "i.e": "that is",
            "incl": "with", "max": "at most", "min": "at least", "msg": "message", "n/a": "", "no.of": "how many",
            "ppl": "people", "pls": "please", "plz": "please", "r": "are", "thru": "through", "thx": "thank you",
            "u": "you", "ur": "your", "w/": "with", "yr": "year", "yrs": "years",
        ]),
        knownLetters: lettersKnownEverywhere.union(["aids", "am", "hiv", "pm", "tb", "tv", "un"]),
        otherWords: WordList([
            "another", "do not know", "don't know", "else", "neither", "no answer", "none", "not sure", "other",
            "others", "skip", "something else",
        ]),
        freeWords: WordList([
            "costs nothing", "cost", "costs", "charge", "charged", "fee", "free", "price", "toll-free",
        ]),
        exampleWords: WordList(["e.g", "example", "for example", "for instance", "like", "such as"])
    )
}
