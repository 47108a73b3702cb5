// Short names, from CLDR (github.com/unicode-org/cldr-json, the `abbreviated` formats).
extension Names {
    /// The month's short name, 1 for January; nil without a table.
    func shortMonth(_ month: Int) -> String? {
        switch language {
        case .fr: Names.shortFrench[month - 1]
        case .hi: Names.shortHindi[month - 1]
        case .zh, .ar: self.month(month)
        case .en, .sw, nil: self.month(month).map { String($0.prefix(3)) }
        }
    }

    /// The weekday's short name, 0 for Sunday; nil without a table.
    func shortWeekday(_ day: Int) -> String? {
        switch language {
        case .fr: Names.shortFrenchDays[day]
        case .hi: Names.shortHindiDays[day]
        case .zh: Names.shortChineseDays[day]
        case .en: weekday(day).map { String($0.prefix(3)) }
        case .ar, .sw, nil: weekday(day)
        }
    }

    /// AM or PM.
    func half(isMorning: Bool) -> String {
        switch language {
        case .zh: isMorning ? "上午" : "下午"
        case .ar: isMorning ? "ص" : "م"
        default: isMorning ? "AM" : "PM"
        }
    }

    private static let shortFrench = [
        "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
    ]
    private static let shortHindi = [
        "जन॰", "फ़र॰", "मार्च", "अप्रैल", "मई", "जून", "जुल॰", "अग॰", "सित॰", "अक्टू॰", "नव॰", "दिस॰",
    ]
    private static let shortFrenchDays = ["dim.", "lun.", "mar.", "mer.", "jeu.", "ven.", "sam."]
    private static let shortHindiDays = ["रवि", "सोम", "मंगल", "बुध", "गुरु", "शुक्र", "शनि"]
    private static let shortChineseDays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"]
}
