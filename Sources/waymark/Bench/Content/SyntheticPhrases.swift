/// The texts of a synthetic pack in one language.
struct SyntheticPhrases {
    /// A BCP 47 tag.
    let tag: String
    /// The language's own name.
    let name: String
    private let question: String
    private let labels: [String]
    private let asked: String
    private let retries: [String]
    private let told: String

    /// The kinds of step.
    enum Kind { case menu, ask, branch, set, say }

    /// The steps of a flow, again and again.
    static let kinds: [Kind] = [.ask, .branch, .menu, .set, .say, .menu, .ask, .say, .branch, .menu]

    /// The texts of a step by their keys.
    func texts(_ kind: Kind, _ number: Int) -> [(String, String)] {
        switch kind {
        case .menu:
            [("menu", "\(question) \(number)?")]
                + labels.enumerated().map { ("options.\($0 + 1)", "\($1) \(number + $0)") }
        case .ask:
            [("ask", asked.replacing("#", with: "\(number)"))]
                + retries.enumerated().map { ("retry.\($0 + 1)", $1.replacing("#", with: "\(number)")) }
        case .branch, .set: []
        case .say: [("say", told.replacing("#", with: "\(number)"))]
        }
    }

    /// All there are.
    static let all = [
        SyntheticPhrases(
            tag: "en", name: "English", question: "What do you want to know about case",
            labels: ["Pay", "Home", "Other"],
            asked: "Case #: how many years have you worked there? Like 3",
            retries: ["Years for case # as a number. Example: 3", "Only digits for case #, please. Example: 3"],
            told: "Case #: ${years} years are known. You may ask until the end of the year, it is free."),
        SyntheticPhrases(
            tag: "fr", name: "Français", question: "Que voulez-vous savoir sur le dossier",
            labels: ["Salaire", "Logement", "Autre"],
            asked: "Dossier #: combien d'ans y avez-vous travaillé? Exemple: 3",
            retries: ["Les ans du dossier # en chiffres. Exemple: 3", "Des chiffres pour le dossier #. Exemple: 3"],
            told: "Dossier #: ${years} ans connus. Demandez avant la fin de l'an, c'est gratuit."),
        SyntheticPhrases(
            tag: "sw", name: "Kiswahili", question: "Unataka kujua nini kuhusu kesi",
            labels: ["Mshahara", "Nyumba", "Nyingine"],
            asked: "Kesi #: umefanya kazi huko miaka mingapi? Mfano 3",
            retries: ["Miaka ya kesi # kwa namba. Mfano: 3", "Namba tu kwa kesi #, tafadhali. Mfano: 3"],
            told: "Kesi #: miaka ${years} inajulikana. Uliza kabla ya mwisho wa mwaka, ni bure."),
        SyntheticPhrases(
            tag: "zh-Hans", name: "中文", question: "您想了解哪件事", labels: ["工资", "住房", "其他"],
            asked: "第#件：您在那里干了几年？如3", retries: ["第#件请回复年数。例：3", "第#件只要数字。例：3"],
            told: "第#件：已知${years}年。年底前可免费申请。"),
    ]
}
