/// Answers as people type them, each with the option that was meant; nil where a reader could not be sure either.
///
/// Written for this project after the kinds of slips that studies of text interfaces report: stray marks, native and
/// full-width digits, look-alike letters, words instead of digits, cut and misspelt words, and answers beside the
/// point.
enum MenuCorpus {
    struct Row: Sendable {
        let typed: String
        let meant: Int?
    }

    /// Options with `|` between English and Chinese, and the words of other languages.
    static let troubles: [(label: String, words: [String])] = [
        ("My pay is late|工资没发", ["wages", "salary", "late pay", "欠薪", "工资", "salaire", "mshahara", "वेतन", "راتب"]),
        (
            "I was fired|被辞退了",
            ["fired", "dismissed", "sacked", "开除", "辞退", "licencié", "nimefukuzwa", "नौकरी गई", "طردت"]
        ),
        ("Hurt at work|工伤", ["injury", "injured", "accident", "受伤", "blessure", "ajali", "चोट", "إصابة"]),
        (
            "No contract|没有合同",
            ["no contract", "without contract", "没签合同", "sans contrat", "bila mkataba", "अनुबंध नहीं", "بدون عقد"]
        ),
        ("Something else|其他问题", ["other", "something", "其他", "别的", "autre", "nyingine", "अन्य", "غير ذلك"]),
    ]

    static let rows: [Row] =
        digits + latin("one two three four five") + english + chinese + others + unsure

    private static func rows(_ meant: Int?, _ typed: [String]) -> [Row] { typed.map { Row(typed: $0, meant: meant) } }

    private static func latin(_ words: String) -> [Row] {
        words.split(separator: " ").enumerated().flatMap { place, word in
            rows(place + 1, [String(word), word.uppercased() + "."])
        }
    }

    private static let digits: [Row] =
        rows(1, ["1", "1.", "(1)", "#1", "1)", "1 ", "01", "１", "١", "१", "l", "I", "1️⃣", "1!", "'1'", "*1", "1,"])
        + rows(2, ["2", "２", "（2）", "٢", "२", "2:", "-2-", "2\n", "২", "๒", "၂", "២"])
        + rows(3, ["3", "３。", "٣", "३", "[3]", "፫", "no.3", "number 3", "3rd"])
        + rows(4, ["4", "４", "٤", "४", "4/", "4 no contract", "4.No contract", "option 4"])
        + rows(5, ["5", "５", "۵", "५", "5...", "5 something else", "5 其他"])

    private static let english: [Row] =
        rows(
            1,
            [
                "My pay is late", "my pay", "pay is late", "wages", "Wage", "WAGES", "salary", "sallary", "salry",
                "wager", "late pay", "my pay is lat",
            ])
        + rows(2, ["I was fired", "fired", "Fierd", "sacked", "dismissed", "dissmissed", "i was", "i was fird"])
        + rows(
            3,
            ["hurt at work", "hurt", "Hurt at wrok", "injury", "injured", "injurd", "accident", "acident", "accidnet"])
        + rows(4, ["no contract", "No Contract!", "no contrat", "without contract", "no con"])
        + rows(5, ["something else", "other", "othr", "something", "somthing else", "something els"])

    private static let chinese: [Row] =
        rows(1, ["工资没发", "欠薪", "工资", "一", "壹", "工资没发。", "老板欠薪", "工资没", "1工资没发"])
        + rows(2, ["被辞退了", "辞退", "开除", "二", "两", "贰", "被辞退", "被开除了"])
        + rows(3, ["工伤", "受伤", "三", "叁", "工伤！", "３工伤"])
        + rows(4, ["没有合同", "没签合同", "四", "没有", "肆", "没签"])
        + rows(5, ["其他", "别的", "其他问题", "五", "伍", "其他问"])

    private static let others: [Row] =
        rows(1, ["un", "salaire", "moja", "mshahara", "mshahra", "एक", "वेतन", "واحد", "راتب"])
        + rows(2, ["deux", "licencié", "licencie", "mbili", "दो", "اثنان", "nimefukuzwa"])
        + rows(3, ["trois", "tatu", "तीन", "ثلاثة", "ajali", "चोट", "إصابة", "blessure", "blesure"])
        + rows(4, ["quatre", "nne", "चार", "أربعة", "sans contrat", "bila mkataba", "بدون عقد"])
        + rows(5, ["cinq", "tano", "पांच", "خمسة", "autre", "nyingine", "अन्य"])

    private static let unsure: [Row] = rows(
        nil,
        [
            "", ".", "?", "6", "9", "12", "23", "1 2", "1,2", "1 or 3", "1/2", "12345", "no", "yes", "ok", "work",
            "pay me", "contract",
            "hello", "thanks", "what", "my", "not fired", "hired", "六", "十", "十一", "合同", "有合同", "没", "没有工伤", "老板", "好",
            "谢谢", "不知道",
            "sita", "six", "छह", "ستة", "oui", "hapana", "हाँ", "نعم", "two or three", "1 fired", "3 wages", "2 工伤",
            "😀", "+1 555 0100",
            "i was hurt", "tired", "other contract",
        ])
}
