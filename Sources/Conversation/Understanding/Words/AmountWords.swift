/// Words around an amount or a date that do not change it: `about 3000`, `my salary is 3000`, `3 people`.
enum AmountWords {
    private static let extras: Set<String> = Set(
        """
        about around approx approximately roughly circa it's its is was it my salary wage wages pay amount total i get earn got \
        environ salaire c'est karibu takriban kama mshahara wangu ni watu watoto लगभग करीब तकरीबन वेतन है حوالي تقريبا نحو راتبي id card
        """.listed.map(Folding.bare))
    private static let prefixes = [
        "大概是", "大概", "大约", "差不多", "我的工资是", "我的工资", "工资是", "工资", "一共", "总共", "共", "我的身份证号是", "身份证号码", "身份证号",
        "身份证", "约", "是", "有",
    ]
    private static let suffixes = ["左右", "上下", "整", "吧", "了"]
    /// Things that are counted one by one.
    private static let nouns = [
        " people", " persons", " person", " workers", " children", " child", " kids", " kid", " times", " years old",
        " yrs old", " personnes", " personne", " enfants", " enfant", " लोग", " बच्चे", " أشخاص", " أطفال",
        "个人", "个孩子", "口人", "人", "个", "名", "位", "口", "次", "岁",
    ]

    /// The text without them; other words stay, so that "more than 3000" is no number.
    static func withoutExtras(_ folded: String) -> String {
        var text = PoliteWords.withoutGreetings(folded).filter { !extras.contains(Folding.bare($0)) }
            .joined(separator: " ")
        if let front = prefixes.first(where: { text.hasPrefix($0) && text.count > $0.count }) {
            text = String(text.dropFirst(front.count))
        }
        if let end = suffixes.first(where: { text.hasSuffix($0) && text.count > $0.count }) {
            text = String(text.dropLast(end.count))
        }
        return text.trimmingSpaces
    }

    /// A count without what is counted.
    static func withoutNoun(_ folded: String) -> String {
        let noun = nouns.first { folded.hasSuffix($0) && folded.count > $0.count }
        return noun.map { String(folded.dropLast($0.count)).trimmingSpaces } ?? folded
    }
}
