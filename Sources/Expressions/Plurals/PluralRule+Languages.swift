extension PluralRule {
    /// One form for 1, the other for everything else: English, and what is assumed of a language that is not listed.
    package static let assumed = PluralRule(
        forms: 2, formula: "(n != 1)", tree: .operation(.unequal, .count, .number(1)))

    /// The rule of a language; nil for one that is not listed.
    ///
    /// - Parameter tag: A BCP 47 tag or a gettext locale: `ru`, `pt-BR`, `zh_Hans`.
    package static func of(_ tag: String) -> PluralRule? {
        var subtags = tag.lowercased().split { $0 == "-" || $0 == "_" || $0 == "@" }
        while !subtags.isEmpty {
            if let rule = languages[subtags.joined(separator: "-")] { return rule }
            subtags.removeLast()
        }
        return nil
    }

    /// Languages with the same rule, by their BCP 47 tags.
    ///
    /// Where GNU gettext knows a language (the table of `msginit`), its rule and order of forms, because existing
    /// files have them; else the cardinal rules of the Unicode CLDR 48 for whole numbers, in CLDR's order. Its form for
    /// whole millions in Romance languages is left out, as GNU gettext does.
    private static let table: [(forms: Int, formula: String, tags: String)] = [
        (
            1, "0",
            """
            bm bo dz hnj id ig ii in ja jbo jv jw kde kea km ko lkt lo ms my nqo osa sah ses sg su th to tpi vi wo yo \
            yue zh
            """
        ),
        (
            2, "(n != 1)",
            """
            af an asa ast az bal bem bez bg brx ca ce cgg chr ckb da de dv ee el en eo es et eu fi fo fur fy gl gsw ha \
            haw he hu ia io it iw jgo ji jmc ka kaj kcg kk kkj kl ks ksb ku ky lb lg lij mas mgo ml mn mr nah nb nd ne \
            nl nn nnh no nr ny nyn om or os pap ps pt-pt rm rof rwk saq sc scn sd sdh seh sn so sq ss ssy st sv sw syr \
            ta te teo tig tk tn tr ts ug ur uz ve vec vo vun wae xh xog yi
            """
        ),
        (2, "(n > 1)", "ak am as bho bn doi fa ff fr gu guw hi hy kab kn ln mg nso pa pcm pt si ti wa zu"),
        (2, "(n%10==1 && n%100!=11 ? 0 : 1)", "is mk"),
        (2, "(n==1 || n==2 || n==3 || (n%10!=4 && n%10!=6 && n%10!=9) ? 0 : 1)", "ceb fil tl"),
        (2, "(n<=1 || (n>=11 && n<=99) ? 0 : 1)", "tzm"),
        (3, "n==1 ? 0 : n==2 ? 1 : 2", "ga iu naq sat se sma smi smj smn sms"),
        (3, "n==0 ? 0 : n==1 ? 1 : 2", "blo ksh lag"),
        (3, "(n<=1 ? 0 : n<=10 ? 1 : 2)", "shi"),
        (3, "(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2", "cs sk"),
        (3, "n==1 ? 0 : (n==0 || (n%100 > 0 && n%100 < 20)) ? 1 : 2", "mo ro"),
        (3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && (n%100<10 || n%100>=20) ? 1 : 2)", "lt"),
        (3, "(n%10==1 && n%100!=11 ? 0 : n != 0 ? 1 : 2)", "lv"),
        (3, "(n%10==0 || (n%100>=11 && n%100<=19) ? 0 : n%10==1 && n%100!=11 ? 1 : 2)", "prg"),
        (3, "(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)", "pl"),
        (
            3, "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)",
            "be bs hr ru sh sr uk"
        ),
        (4, "(n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3)", "dsb hsb sl"),
        (4, "(n==1 || n==11 ? 0 : n==2 || n==12 ? 1 : n>2 && n<20 ? 2 : 3)", "gd"),
        (4, "(n%10==1 ? 0 : n%10==2 ? 1 : n%20==0 ? 2 : 3)", "gv"),
        (
            5, "(n==1 ? 0 : n==2 ? 1 : n==0 || (n%100>=3 && n%100<=10) ? 2 : n%100>=11 && n%100<=19 ? 3 : 4)",
            "mt"
        ),
        (
            5,
            """
            (n%10==1 && n%100!=11 && n%100!=71 && n%100!=91 ? 0 : \
            n%10==2 && n%100!=12 && n%100!=72 && n%100!=92 ? 1 : \
            (n%10==3 || n%10==4 || n%10==9) && (n%100<10 || (n%100>19 && n%100<70) || (n%100>79 && n%100<90)) ? 2 : \
            n!=0 && n%1000000==0 ? 3 : 4)
            """,
            "br"
        ),
        (6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)", "ar ars"),
        (6, "(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5)", "cy"),
    ]

    /// Every listed language, by its tag in lower case.
    package static let languages: [String: PluralRule] = {
        var languages: [String: PluralRule] = [:]
        for row in table {
            // A row that is no rule is left out; a test reads them all.
            guard let rule = try? PluralRule(forms: row.forms, formula: row.formula) else { continue }
            for tag in row.tags.split(separator: " ") { languages[String(tag)] = rule }
        }
        return languages
    }()
}
