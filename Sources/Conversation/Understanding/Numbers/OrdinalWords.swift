/// Places in a list, as people name an option: `second`, `2nd`, `deuxième`, `第二`.
enum OrdinalWords {
    private static let words: [String: Int] = {
        let lists = [
            "first second third fourth/forth fifth sixth seventh eighth ninth tenth",
            "premier/première/1er/1ère deuxième/seconde/2e/2eme troisième/3e/3eme quatrième/4e/4eme cinquième/5e/5eme "
                + "sixième/6e/6eme septième/7e/7eme huitième/8e/8eme neuvième/9e/9eme dixième",
            "kwanza pili", "पहला/पहली/पहले दूसरा/दूसरी/दूसरे तीसरा/तीसरी/तीसरे चौथा/चौथी/चौथे पांचवां/पांचवीं/पाँचवाँ",
            "الأول/الأولى/أول الثاني/الثانية الثالث/الثالثة الرابع/الرابعة الخامس/الخامسة السادس/السادسة",
        ]
        return lists.reduce(into: [:]) { all, list in
            all.merge(NumberWords.table(list, from: 1)) { first, _ in first }
        }
    }()

    /// The place a single word names.
    static func number(_ word: String) -> Int? {
        let bare = Folding.bare(word)
        if let number = words[bare] { return number }
        let digits = bare.prefix(while: Words.isDigit)
        if !digits.isEmpty, digits.count <= 2, ["st", "nd", "rd", "th"].contains(bare.dropFirst(digits.count)) {
            return Int(digits)
        }
        return bare.first == "第" ? chinese(bare.dropFirst()) : nil
    }

    private static func chinese(_ text: Substring) -> Int? {
        let text = String(["个", "项", "条", "号"].contains(text.last) ? text.dropLast() : text)
        return (text.isDigits ? Int(text) : ChineseNumerals.number(text)).flatMap { $0 <= 99 ? $0 : nil }
    }
}
