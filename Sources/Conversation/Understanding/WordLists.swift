/// Words for "I do not know", folded.
enum UnknownWords {
    static let all: Set<String> = [
        "i do not know", "i don't know", "dont know", "don't know", "do not know", "not sure", "no idea", "unknown",
        "不知道", "不清楚", "不晓得", "不确定", "je ne sais pas", "sijui", "पता नहीं", "لا أعرف",
    ]
}

/// Words for yes and no, folded, and the digits they stand for in every flow.
package enum YesNoWords {
    /// The languages that have words here, by the first part of their tags.
    package static let languages: Set<String> = ["ar", "en", "fr", "hi", "sw", "zh"]
    private static let yes: Set<String> = [
        "1", "yes", "y", "yeah", "yep", "ok", "okay", "true", "是", "对", "是的", "好", "好的", "有", "同意", "oui", "ndiyo",
        "ndio",
        "हाँ", "हां", "نعم", "一", "one", "l",
    ]
    private static let no: Set<String> = [
        "2", "no", "n", "nope", "false", "不", "不是", "否", "没有", "没", "不同意", "non", "hapana", "नहीं", "لا", "二", "two",
    ]

    static func reading(_ folded: String) -> Bool? {
        yes.contains(folded) ? true : no.contains(folded) ? false : nil
    }

    /// Whether one of an option's words means yes.
    package static func isYes(_ words: [String]) -> Bool { words.contains { yes.contains($0) } }

    /// Whether one of an option's words means no.
    package static func isNo(_ words: [String]) -> Bool { words.contains { no.contains($0) } }
}

/// The words of the commands that work everywhere, before a pack adds its own.
package enum CommandWords {
    /// The languages whose people can say HELP and STOP by these words, by the first part of their tags.
    package static let languages: Set<String> = ["ar", "en", "fr", "hi", "sw", "zh"]
    /// Folded words by command. STOP and START words: CTIA Short Code Monitoring Handbook; the Chinese ones are the
    /// carriers' (`T`, `TD`, 退订). "Yes", "end", "quit" and "cancel" are left to flows, where they are answers.
    package static let all: [Command: [String]] = [
        .help: ["help", "info", "帮助", "aide", "msaada", "मदद", "مساعدة"],
        .stop: [
            "stop", "stopall", "stop all", "unsubscribe", "optout", "revoke", "t", "td", "退订", "停", "arret", "arrêt",
            "acha", "रोकें", "إيقاف",
        ],
        .start: ["start", "unstop", "开始", "恢复"],
        .language: ["language", "lang", "语言", "langue", "lugha", "भाषा", "لغة"],
        .person: ["person", "agent", "人工", "找人工", "personne", "mtu", "व्यक्ति", "شخص"],
        .forget: ["forget", "忘记我", "oublier", "sahau", "भूल जाओ", "انسني"],
        .menu: ["menu", "home", "菜单", "首页", "मेनू", "القائمة"],
        .back: ["back", "返回", "retour", "rudi", "वापस", "رجوع"],
    ]
}
