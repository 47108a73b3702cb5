/// Words around an answer that do not change it: `I want 2 please`, `请选2`, `option two`.
///
/// Only these may be left out. A word that is not here makes a sentence of the answer, and a sentence is not guessed at:
/// "not 2", "2 or 3", "call me at 2".
enum PoliteWords {
    /// Which words are left out, from fewest to most.
    enum Reach {
        /// Greetings and words for choosing: what is left may be a number word.
        case choosing
        /// Words of wanting as well: what is left may be digits.
        case wanting
        /// Words of telling as well: what is left may be a label.
        case telling
    }

    private static func set(_ list: String) -> Set<String> { Set(list.listed.map(Folding.bare)) }

    /// Greetings, thanks and pleas.
    private static let greetings = set(
        """
        please pls plz plse plis kindly thanks thank thankyou thx tnx you sir madam mam hello hi hey dear sorry \
        s'il vous plaît plait svp stp merci bonjour tafadhali asante sana habari कृपया धन्यवाद शुक्रिया जी नमस्ते ji \
        你好 您好 谢谢 谢谢你 谢谢您 多谢 请 麻烦 \
        من فضلك لو سمحت شكرا رجاء مرحبا السلام عليكم
        """)
    /// Words for choosing, and for what is chosen.
    private static let choosing = set(
        """
        option opt options choice number num numero numéro nr n° nº answer ans reply choose chose pick select selected i \
        i'll press je choisis choix réponse nambari namba chaguo nachagua chagua jibu विकल्प नंबर नम्बर चुनता चुनती मैं \
        वाला वाली wala wali رقم الرقم خيار الخيار اختار أختار اخترت
        """)
    /// Words of wanting and pointing; a number word after one of them counts things: "I want one".
    private static let wanting = set(
        """
        i'd i'm would like want wanna need take go for my the a an is it its it's this am with me give about veux voudrais \
        prends c'est est mon ma mes le les l' ce nataka ningependa ninataka ni yangu ya मुझे चाहिए मेरा मेरी को है हूं का की \
        أريد عايز بدي انا
        """)
    /// Words of telling about oneself; a number after one of them counts or times something: "I have 3", "at 2".
    private static let telling = set("got get been was were have has had do did in at on as")
    /// A mark before digits, which by itself is a word: "no 3".
    private static let markers: Set<String> = ["no", "n", "nos"]

    private static let prefixes = [
        "请选择", "请选", "我想选", "我要选", "我选择", "我选", "我想要", "我想", "我要", "我的", "我", "选择", "选项", "选", "想要", "想", "要", "请",
        "麻烦", "答案", "那就", "就是", "就", "是", "你好", "您好", "序号", "编号",
    ]
    private static let tellingPrefixes = ["在", "做", "干"]
    private static let suffixes = ["谢谢你", "谢谢您", "谢谢", "多谢", "谢了", "吧", "呀", "啊", "哦", "哈", "了", "的"]
    private static let numberSuffixes = ["号", "號", "项"]

    /// The words of an answer that are not polite ones; what `keeps` says means something here stays.
    ///
    static func core(of folded: String, reach: Reach, keeping keeps: (String) -> Bool = { _ in false }) -> [String] {
        let words = Words.split(folded)
        guard words.count <= Words.most else { return words }
        var core: [String] = []
        for (place, word) in words.enumerated() {
            if keeps(word) {
                core.append(word)
            } else if isPolite(word, reach) {
                continue
            } else if markers.contains(word), place + 1 < words.count, words[place + 1].isDigits {
                continue
            } else if word.contains(where: Words.isIdeograph) {
                let fronts = reach == .telling ? prefixes + tellingPrefixes : prefixes
                core += pieces(stripped(word, of: fronts, keeping: keeps))
            } else {
                core += latinPieces(word, reach)
            }
        }
        return core
    }

    /// The words that are no greeting, thanks or plea.
    static func withoutGreetings(_ folded: String) -> [String] {
        Words.split(folded).filter { !greetings.contains(Folding.bare($0)) }.map { word in
            word.contains(where: Words.isIdeograph) ? stripped(word, of: ["你好", "您好"]) { _ in false } : word
        }
    }

    private static func isPolite(_ word: String, _ reach: Reach) -> Bool {
        let bare = Folding.bare(word)
        if greetings.contains(bare) || choosing.contains(bare) { return true }
        return switch reach {
        case .choosing: false
        case .wanting: wanting.contains(bare)
        case .telling: wanting.contains(bare) || telling.contains(bare)
        }
    }

    /// A Chinese word without what stands around the answer; what is left is never nothing.
    private static func stripped(
        _ word: String, of fronts: [String], keeping keeps: (String) -> Bool
    ) -> String {
        var rest = word
        for _ in 0..<4 {
            if keeps(rest) || OrdinalWords.number(rest) != nil { return rest }
            if let front = fronts.first(where: { rest.hasPrefix($0) && rest.count > $0.count && !keeps($0) }) {
                rest = String(rest.dropFirst(front.count))
            } else if let end = suffixes.first(where: { rest.hasSuffix($0) && rest.count > $0.count && !keeps($0) }) {
                rest = String(rest.dropLast(end.count))
            } else if numberSuffixes.contains(where: rest.hasSuffix), isNumber(rest.dropLast()) {
                rest = String(rest.dropLast())
            } else {
                break
            }
        }
        return rest
    }

    private static func isNumber(_ text: Substring) -> Bool {
        String(text).isDigits || ChineseNumerals.number(String(text)) != nil
    }

    /// Digits and ideographs apart, where the digits stand at one end: `3工伤`.
    private static func pieces(_ word: String) -> [String] {
        let front = word.prefix(while: Words.isDigit)
        if !front.isEmpty, front.count < word.count { return [String(front), String(word.dropFirst(front.count))] }
        let end = word.reversed().prefix(while: Words.isDigit)
        if !end.isEmpty, end.count < word.count { return [String(word.dropLast(end.count)), String(end.reversed())] }
        return [word]
    }

    /// `option2` is the option's number, `1yes` a number and a word.
    private static func latinPieces(_ word: String, _ reach: Reach) -> [String] {
        if OrdinalWords.number(word) != nil { return [word] }
        let front = word.prefix(while: Words.isDigit)
        if !front.isEmpty, front.count < word.count, word.dropFirst(front.count).allSatisfy(\.isLetter) {
            return [String(front), String(word.dropFirst(front.count))]
        }
        let letters = word.prefix { !Words.isDigit($0) }
        let digits = word.dropFirst(letters.count)
        if String(digits).isDigits, !letters.isEmpty,
            isPolite(String(letters), reach) || markers.contains(String(letters))
        {
            return [String(digits)]
        }
        return [word]
    }
}
