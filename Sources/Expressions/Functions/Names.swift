/// The names of months and weekdays in a language. Languages without a table show dates in figures.
struct Names {
    let language: Language?

    /// Languages with tables, by their BCP 47 primary tag.
    enum Language: String {
        case en
        case zh
        case hi
        case ar
        case sw
        case fr
    }

    init(_ tag: String) {
        let primary = tag.prefix { $0 != "-" && $0 != "_" }
        language = Language(rawValue: primary.lowercased())
    }

    /// The month's name, 1 for January; nil without a table.
    func month(_ month: Int) -> String? { monthNames.map { $0[month - 1] } }

    /// The weekday's name, 0 for Sunday; nil without a table.
    func weekday(_ day: Int) -> String? { weekdayNames.map { $0[day] } }

    /// A month as people write it: `March 2026`, `2026年3月`; else `2026-03`.
    func text(_ month: CalendarMonth) -> String {
        if language == .zh { return "\(month.year)年\(month.month)月" }
        return self.month(month.month).map { "\($0) \(month.year)" } ?? month.iso
    }

    /// A day as people write it: `15 March 2026`, `2026年3月15日`; else `2026-03-15`.
    func text(_ date: CalendarDate) -> String {
        if language == .zh { return "\(date.year)年\(date.month)月\(date.day)日" }
        guard let name = month(date.month) else { return date.iso }
        let day = language == .fr && date.day == 1 ? "1er" : String(date.day)
        return "\(day) \(name) \(date.year)"
    }

    private var monthNames: [String]? {
        switch language {
        case .en: Names.english
        case .zh: Names.chinese
        case .hi: Names.hindi
        case .ar: Names.arabic
        case .sw: Names.swahili
        case .fr: Names.french
        case nil: nil
        }
    }

    private var weekdayNames: [String]? {
        switch language {
        case .en: Names.englishDays
        case .zh: Names.chineseDays
        case .hi: Names.hindiDays
        case .ar: Names.arabicDays
        case .sw: Names.swahiliDays
        case .fr: Names.frenchDays
        case nil: nil
        }
    }
}

extension Names {
    private static let english = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let chinese = (1...12).map { "\($0)月" }
    private static let hindi = [
        "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर",
    ]
    private static let arabic = [
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ]
    private static let swahili = [
        "Januari", "Februari", "Machi", "Aprili", "Mei", "Juni", "Julai", "Agosti", "Septemba", "Oktoba", "Novemba",
        "Desemba",
    ]
    private static let french = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
    private static let englishDays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    private static let chineseDays = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"]
    private static let hindiDays = ["रविवार", "सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार"]
    private static let arabicDays = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"]
    private static let swahiliDays = ["Jumapili", "Jumatatu", "Jumanne", "Jumatano", "Alhamisi", "Ijumaa", "Jumamosi"]
    private static let frenchDays = ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"]
}
