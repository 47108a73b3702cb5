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
        .start: ["start", "unstop", "开始", "恢复", "anza"],
        .language: ["language", "lang", "语言", "langue", "lugha", "भाषा", "لغة"],
        .person: ["person", "agent", "人工", "找人工", "personne", "mtu", "व्यक्ति", "شخص"],
        .forget: ["forget", "忘记我", "oublier", "sahau", "भूल जाओ", "انسني"],
        .menu: ["menu", "home", "菜单", "首页", "menyu", "मेनू", "القائمة"],
        .back: ["back", "返回", "retour", "rudi", "वापस", "رجوع"],
    ]
}
