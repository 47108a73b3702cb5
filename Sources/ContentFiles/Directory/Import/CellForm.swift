import Expressions

/// Brings a cell to the form that the directory's files have, where a spreadsheet program wrote the same in another one.
struct CellForm {
    /// Columns in which a letter of another width is the same sign.
    private static let plain: Set<String> = [
        "id", "code", "parent", "region", "phone", "lat", "lon", "postcode", "level", "timezone", "checked", "from",
        "to", "hours", "sample",
    ]

    /// The directory's name of the column.
    let column: String
    /// Whether it is a text that people read as it is.
    let isText: Bool

    init(_ column: String, _ columns: CSVTable.Columns) {
        self.column = column
        isText = columns.all.contains(column) && !Self.plain.contains(column) || column.contains(":")
    }

    /// The cell's text: days as 2026-11-24, yes and no in small letters, digits and signs in ASCII; texts for people only
    /// without the spaces that cannot be seen.
    func text(_ cell: String) -> String {
        let trimmed = Self.trimmed(cell)
        guard !isText else { return trimmed }
        let narrow = Self.plain.contains(column) ? Self.narrow(trimmed) : trimmed
        let lower = narrow.lowercased()
        return lower == "yes" || lower == "no" ? lower : Self.day(narrow)?.iso ?? narrow
    }

    /// 2026/11/24, 2026.11.24 or 2026年11月24日; with the year at the end nobody knows which the month is.
    private static func day(_ text: String) -> CalendarDate? {
        var parts = text.split(omittingEmptySubsequences: false) { "/.-年月日".contains($0) }
        if text.hasSuffix("日") { parts.removeLast() }
        guard parts.count == 3, parts[0].utf8.count == 4,
            parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isDigit) })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// Full-width signs (U+FF01 to U+FF5E) as the ASCII ones that they are.
    static func narrow(_ text: String) -> String {
        var narrow = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            narrow.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(narrow)
    }

    /// Without spaces of any width, and marks nobody sees, around.
    private static func trimmed(_ text: String) -> String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || [0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF].contains(scalar.value)
        }
        let scalars = text.unicodeScalars.drop(while: isBlank)
        guard let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(scalars[...last])
    }
}
