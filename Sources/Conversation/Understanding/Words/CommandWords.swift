/// The words of the commands that work everywhere, before a pack adds its own.
package enum CommandWords {
    /// Unfolded words by command. HELP, STOP and START are what carriers everywhere name in English; the words of
    /// languages and countries are the pack's, under `words`. The others are ours, in the languages that answers are read in.
    package static let all: [Command: [String]] = [
        .help: ["help"],
        .stop: ["stop"],
        .start: ["start"],
        .language: ["language", "lang", "语言", "langue", "lugha", "भाषा", "لغة"],
        .person: ["person", "agent", "人工", "找人工", "personne", "mtu", "व्यक्ति", "شخص"],
        .forget: ["forget", "忘记我", "oublier", "sahau", "भूल जाओ", "انسني"],
        .menu: ["menu", "home", "菜单", "首页", "menyu", "मेनू", "القائمة"],
        .back: ["back", "返回", "retour", "rudi", "वापस", "رجوع"],
    ]
}
