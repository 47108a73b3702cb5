/// Words and signs for yes and no in the languages workers use, and the digits they stand for in every flow.
package enum YesNoWords {
    /// The languages that have words here, by the first part of their tags.
    package static let languages: Set<String> = ["ar", "en", "fr", "hi", "sw", "zh"]
    /// Words that mean yes or no beside whatever question; an option of a menu with one of them is chosen by all.
    private static let plainYes = set(
        "yes|y|yeah|yep|yup|yea|yah|yeh|yse|yees|ys|yes i do|yes i am|yes i did|yes i have|yes it is|是|是的|对|對|对的|嗯|嗯嗯"
            + "|oui|ouais|ouai|ndiyo|ndio|ndyo|naam|हाँ|हां|हा|जी हाँ|जी हां|haan|haa|han|ji haan|ji ha|نعم|أيوه|أيوة|ايوا|أجل"
            + "|na'am|aywa|aiwa")
    private static let plainNo = set(
        "no|n|nope|nop|nah|no i do not|no i don't|no i dont|no i am not|no i'm not|no i did not|no i didn't|no i have not"
            + "|no i haven't|no it is not|不|不是|不是的|否|不对|没有|没|还没|还没有|non|nan|hapana|apana|hapna|siyo|sio"
            + "|नहीं|नही|ना|जी नहीं|nahi|nahin|nahee|ji nahi|لا|كلا|لأ|laa")
    /// Words that also say "all right": they answer a question for yes or no, and choose no option.
    private static let agreement = set(
        "ok|okay|okey|okk|sure|true|right|correct|of course|of course yes|good|好|好的|有|同意|可以|行|要|愿意|没错|没问题|当然"
            + "|d'accord|sawa|ठीक है|theek hai|اوكي|تمام")
    private static let refusal = set(
        "false|i do not|i don't|i dont|不好|不同意|不可以|不行|不要|不愿意|不用|无|pas d'accord|sitaki|नहीं चाहिए|मना|la")

    private static let digits = ["1": true, "2": false]

    private static func set(_ list: String) -> Set<String> {
        Set(list.split(separator: "|").map { Folding.bare(Folding.fold(String($0))) })
    }

    /// Yes or no; nil for neither, and for both.
    package static func reading(_ folded: String) -> Bool? {
        switch MenuReading.number(folded) {
        case 1: return true
        case 2: return false
        case .some: return nil
        case nil: break
        }
        if let sign = sign(in: folded) { return word(folded).map { $0 == sign } ?? true ? sign : nil }
        return word(folded)
    }

    /// The same for text that still has its emoji: a thumb that says otherwise than the word makes it neither.
    static func reading(typed: String, _ folded: String) -> Bool? {
        let signs = signs(in: typed)
        guard signs.count <= 1, !folded.isEmpty else { return signs.count == 1 ? signs.first : nil }
        return reading(folded).flatMap { signs.isEmpty || signs == [$0] ? $0 : nil }
    }

    /// Whether one of an option's words means yes.
    package static func isYes(_ words: [String]) -> Bool { words.contains { plain($0) == true } }

    /// Whether one of an option's words means no.
    package static func isNo(_ words: [String]) -> Bool { words.contains { plain($0) == false } }

    /// Yes or no in words that leave no doubt; nil for neither.
    static func plain(_ folded: String) -> Bool? {
        if let sign = sign(in: folded) { return sign }
        let bare = unstretched(Folding.bare(folded))
        return plainYes.contains(bare) ? true : plainNo.contains(bare) ? false : nil
    }

    private static func word(_ folded: String) -> Bool? {
        if let word = single(Folding.bare(folded)) { return word }
        let core = PoliteWords.core(of: folded, reach: .wanting) { single(Folding.bare($0)) != nil }
        guard !core.isEmpty else { return nil }
        if let word = single(Folding.bare(core.joined(separator: " "))) { return word }
        let answers = core.map { single(Folding.bare($0)) ?? digits[$0] }
        return Set(answers).count == 1 ? answers[0] : nil
    }

    private static func single(_ bare: String) -> Bool? {
        for form in [bare, unstretched(bare)] {
            if plainYes.contains(form) || agreement.contains(form) { return true }
            if plainNo.contains(form) || refusal.contains(form) { return false }
        }
        return nil
    }

    /// `yesss` and `nooo` without the letters that were held down.
    private static func unstretched(_ word: String) -> String {
        guard let last = word.last, last.isLetter, !Words.isIdeograph(last) else { return word }
        let stem = word.reversed().drop { $0 == last }
        return String(stem.reversed()) + String(last)
    }

    /// The answer of a text that has only signs.
    private static func sign(in text: String) -> Bool? {
        guard !text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
        let signs = signs(in: text)
        return signs.count == 1 ? signs.first : nil
    }

    private static func signs(in text: String) -> Set<Bool> {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return [] }
        return Set(
            text.unicodeScalars.compactMap { scalar in
                switch scalar {
                case "\u{1F44D}", "\u{2705}", "\u{2714}", "\u{2611}": true
                case "\u{1F44E}", "\u{274C}", "\u{2716}", "\u{274E}": false
                default: nil
                }
            })
    }
}
